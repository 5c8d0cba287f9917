import { addDays } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import type { App } from "~/platform/app.server";
import { saveStep, startDraft } from "~/services/rounds/drafts.server";
import { listPublishedVersions } from "~db/queries/responses";
import { listOwnRounds } from "~db/queries/rounds";
import { findOrganisationByKey } from "~db/queries/organisations";
import { actorOf } from "./make-person";
import type { Person, Rounds } from "./plan";

const KENT = "kent";

/** A round being prepared with everything said, one with nothing, and the rounds that the demonstration opened. */
export async function makeRounds(app: App, { manager }: { manager: Person }): Promise<Rounds> {
  const actor = await actorOf(app, manager.email);
  const organisation = await findOrganisationByKey(app.db.read, KENT);
  const organisationId = organisation?.id ?? "";
  const published = await listPublishedVersions(app.db.read, { organisationIds: [organisationId] });
  const toolkit = published.find(
    ({ questionnaireKey }) => questionnaireKey === "inclusion-toolkit",
  );
  const empty = await startDraft(app, actor, KENT);
  const whole = await startDraft(app, actor, KENT);
  const today = londonDate(app.clock.now());
  const typed = {
    ...{ versionId: toolkit?.versionId ?? "", title: "Inclusion Toolkit, spring" },
    ...{ opensOn: addDays(today, 7), firstDeadline: addDays(today, 60) },
    ...{ finalDeadline: addDays(today, 80), message: "Begin with sections A and C." },
    schools: {
      ...{ all: false, phases: ["Primary"], districts: ["Thanet", "Dover"] },
      ...{ types: [], groups: [], picked: [] },
    },
  };
  const at = { key: KENT, draftId: whole, version: 1, step: "message" as const };
  await saveStep(app, actor, { ...at, typed });
  return { drafts: { whole, empty }, opened: await openedRounds(app) };
}

/** The newest round of each questionnaire, by its key. */
async function openedRounds(app: App): Promise<Record<string, string>> {
  const opened: [string, string][] = [];
  for (const key of [KENT, "nhs-kent-medway"]) {
    const organisation = await findOrganisationByKey(app.db.read, key);
    const rounds = await listOwnRounds(app.db.read, { organisationId: organisation?.id ?? "" });
    opened.push(
      ...rounds
        .reverse()
        .map(({ questionnaireKey, id }): [string, string] => [questionnaireKey, id]),
    );
  }
  return Object.fromEntries(opened);
}
