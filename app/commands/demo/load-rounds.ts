import { readFile } from "node:fs/promises";
import path from "node:path";
import { londonDate } from "~/domain/calendar/format";
import { addWorkingDays } from "~/domain/calendar/working-days";
import type { App } from "~/platform/app.server";
import { importTemplate } from "~/services/questionnaires/import-template.server";
import { openRound } from "~/services/rounds/open-round.server";
import { INVITED_DAYS_AGO, INVITED_EARLY } from "~db/demo/chasing";
import { DEMO_PLAN } from "~db/demo/plan";
import { demoRounds, type DemoRound, type DemoRoundKey } from "~db/demo/rounds";
import type { DemoOrganisationKey } from "~db/demo/people";
import { atHour } from "./act-as";
import { ledSchools } from "./load-people";
import type { DemoPlaces } from "./load-places";

/** Which organisation owns which template. */
const OWNERS: Record<string, DemoOrganisationKey> = {
  "inclusion-toolkit": "kent",
  "mainstream-core-standards": "kent",
  "early-years": "kent",
  "asthma-friendly": "nhs-kent-medway",
};

export type DemoRounds = ReadonlyMap<DemoRoundKey, string>;

/** Imports the four questionnaires as version 1 of their owners and opens the demonstration's rounds. */
export async function loadRounds(app: App, places: DemoPlaces): Promise<DemoRounds> {
  const versions = await importTemplates(app, places);
  const rounds = new Map<DemoRoundKey, string>();
  const invitedLater = reachedLater(app, places);
  for (const round of demoRounds(places.calendar, londonDate(app.clock.now()))) {
    const { key, questionnaire, owner } = round;
    const then = atHour(app, { day: round.opensOn, hour: "09:00" });
    const id = await openRound(then, {
      round: {
        ...factsOf(round),
        organisationId: places.organisations[owner],
        versionId: versions.get(questionnaire) ?? "",
        sections: null,
        trainingGate: false,
        demonstration: true,
        sharedWith: [],
      },
      schoolIds: invitedTo(round, places),
      joinedIds: joined(round, places),
      invitedLater,
    });
    rounds.set(key, id);
  }
  return rounds;
}

/** The round as it is opened, without what is said of it for the demonstration alone. */
function factsOf(round: DemoRound) {
  const { title, chooseAtLeast, opensOn, firstDeadline, finalDeadline, rolling } = round;
  const { validityMonths, governorSigns, trainingThreshold, declaration } = round;
  return {
    ...{ title, chooseAtLeast, opensOn, firstDeadline, finalDeadline, rolling },
    ...{ validityMonths, governorSigns, trainingThreshold, declaration },
  };
}

function invitedTo({ owner, schools }: DemoRound, places: DemoPlaces): string[] {
  if (schools === "all") return owner === "kent" ? places.kentSchoolIds : places.allSchoolIds;
  return schools.map((urn) => places.schools.get(urn) ?? "");
}

/** Most schools have nobody in the demonstration: they heard of it some days ago, so that few are to be rung about it. */
function reachedLater(app: App, { schools, calendar }: DemoPlaces): ReadonlyMap<string, Date> {
  const led = ledSchools();
  const day = addWorkingDays(calendar, londonDate(app.clock.now()), -INVITED_DAYS_AGO);
  const at = atHour(app, { day, hour: "09:00" }).clock.now();
  const later = [...schools].filter(([urn]) => !led.has(urn) && !INVITED_EARLY.includes(urn));
  return new Map(later.map(([, schoolId]) => [schoolId, at]));
}

/** Schools that have joined a rolling round: those that have done something in it. */
function joined({ questionnaire }: DemoRound, places: DemoPlaces): string[] {
  return DEMO_PLAN.filter((work) => work.questionnaire === questionnaire).map(
    ({ urn }) => places.schools.get(urn) ?? "",
  );
}

async function importTemplates(app: App, places: DemoPlaces): Promise<Map<string, string>> {
  const versions = new Map<string, string>();
  for (const [key, owner] of Object.entries(OWNERS)) {
    const text = await readFile(path.resolve("db/questionnaires", key, "v1.yaml"), "utf8");
    const imported = await importTemplate(app, {
      organisationId: places.organisations[owner],
      text,
    });
    versions.set(key, imported.versionId);
  }
  return versions;
}
