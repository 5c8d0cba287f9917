import { chosenSchools, type SchoolChoice } from "~/domain/round/school-choice";
import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { insertAudit } from "~db/queries/audit";
import { enqueue } from "~db/queries/outbox";
import { insertRoundSchools, listRoundSchools } from "~db/queries/round-schools";
import { listGroups } from "~db/queries/school-groups";
import { schoolsToChoose, type SchoolToChoose } from "./draft-ground.server";
import { loadRoundAt } from "./load-round.server";
import { expectedSchool } from "./open-round.server";

export type AddSchoolsView = {
  organisation: OrganisationView;
  round: { id: string; title: string };
  /** Schools that are not in the round. */
  schools: SchoolToChoose[];
  groups: { id: string; name: string }[];
};

type At = { key: string; roundId: string };

/** The schools that can be added to an open round. Throws `not-found`, `forbidden`, or `closed`. */
export async function viewAddSchools(app: App, actor: Actor, at: At): Promise<AddSchoolsView> {
  const { view, organisation, round } = await loadRoundAt(app, actor, at);
  if (round.closedAt !== null) throw new AppError("closed");
  const here = await listRoundSchools(app.db.read, { roundId: round.id });
  const taken = new Set(here.map(({ schoolId }) => schoolId));
  const schools = await schoolsToChoose(app, organisation.id);
  return {
    organisation: view,
    round: { id: round.id, title: round.title },
    schools: schools.filter(({ id }) => !taken.has(id)),
    groups: await listGroups(app.db.read, { organisationId: organisation.id }),
  };
}

/** Adds the schools chosen to an open round and invites them; gives how many. Throws as `viewAddSchools` does. */
export async function addSchools(
  app: App,
  actor: Actor,
  { choice, ...where }: At & { choice: SchoolChoice },
): Promise<number> {
  const { organisation, round } = await loadRoundAt(app, actor, where);
  const { schools } = await viewAddSchools(app, actor, where);
  const roundId = round.id;
  const at = app.clock.now();
  const rows = chosenSchools(choice, schools).map(({ id }) =>
    expectedSchool({ roundId, schoolId: id, createdAt: at }),
  );
  if (rows.length === 0) return 0;
  await app.db.transact(async (tx) => {
    for (let from = 0; from < rows.length; from += BATCH) {
      await insertRoundSchools(tx, rows.slice(from, from + BATCH));
    }
    await enqueue(tx, { id: app.newId(), kind: "invite-schools", payload: { roundId }, at });
    await insertAudit(tx, {
      id: app.newId(),
      at,
      actorId: actor.userId,
      event: "round.schools-added",
      organisationId: organisation.id,
      subjectKind: "round",
      subjectId: roundId,
      data: { schools: rows.length },
    });
  });
  app.wakeWorker();
  return rows.length;
}

/** Rows in one insert. */
const BATCH = 200;

/** Invites again those that somebody works in by now. Throws as `viewAddSchools` does. */
export async function inviteNow(app: App, actor: Actor, where: At): Promise<void> {
  const { round } = await loadRoundAt(app, actor, where);
  if (round.closedAt !== null) throw new AppError("closed");
  const at = app.clock.now();
  const payload = { roundId: round.id };
  await app.db.transact((tx) =>
    enqueue(tx, { id: app.newId(), kind: "invite-schools", payload, at }),
  );
  app.wakeWorker();
}
