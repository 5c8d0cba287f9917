import { londonDate } from "~/domain/calendar/format";
import type { RoundMail } from "~/domain/mail/round-mails";
import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { findOrganisation } from "~db/queries/organisations";
import { findRoundSchool } from "~db/queries/round-schools";
import type { RoundRow } from "~db/queries/rounds";
import { findSchoolByUrn } from "~db/queries/schools";
import type { Writer } from "~db/types";
import { loadManagedRound } from "./load-round.server";
import { mailRound } from "./mail-round.server";
import { roundReaders, type RoundReader } from "./round-people.server";

type Stands = NonNullable<Awaited<ReturnType<typeof findRoundSchool>>>;

/** One school in a round, with whom to tell; read before a transaction, and guarded in it by `stands.version`. */
export type LoadedRoundSchool = {
  round: RoundRow;
  organisationName: string;
  school: { id: string; urn: string; name: string };
  stands: Stands;
  readers: RoundReader[];
};

/** A school of a round, for somebody who manages the round. Throws `not-found` or `forbidden`. */
export async function loadRoundSchool(
  app: App,
  actor: Actor,
  { roundId, urn }: { roundId: string; urn: string },
): Promise<LoadedRoundSchool> {
  const round = await loadManagedRound(app, actor, { roundId });
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const stands = await findRoundSchool(app.db.read, { roundId, schoolId: school.id });
  if (stands === undefined) throw new AppError("not-found");
  const organisation = await findOrganisation(app.db.read, round.organisationId);
  const readers = await roundReaders(app, {
    schoolIds: [school.id],
    questionnaireKey: round.questionnaireKey,
    today: londonDate(app.clock.now()),
  });
  const { id, name } = school;
  return {
    ...{ round, stands, organisationName: organisation?.name ?? "" },
    school: { id, urn, name },
    readers: readers.get(id) ?? [],
  };
}

type Told = { place: LoadedRoundSchool; what: RoundMail; words: string };

/** Writes to the heads and coordinators of the school, with the deadlines that count for it. */
export async function tellSchool(
  tx: Writer,
  app: App,
  { place, what, words }: Told,
): Promise<void> {
  const { round, organisationName, school, readers } = place;
  for (const to of readers) {
    await mailRound(tx, app, { what, round, organisationName, school, to, words });
  }
}

type Audited = {
  actor: Actor;
  place: LoadedRoundSchool;
  event: "round.school-extended" | "round.school-withdrawn" | "round.joined";
};

/** In the record of the school and of the organisation. */
export async function auditSchool(
  tx: Writer,
  app: App,
  { actor, place, event }: Audited,
): Promise<void> {
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId: actor.userId,
    event,
    schoolId: place.school.id,
    organisationId: place.round.organisationId,
    subjectKind: "round",
    subjectId: place.round.id,
  });
}
