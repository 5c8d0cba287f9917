import { readFile } from "node:fs/promises";
import path from "node:path";
import { londonDate } from "~/domain/calendar/format";
import type { App } from "~/platform/app.server";
import { importTemplate } from "~/services/questionnaires/import-template.server";
import { openRound } from "~/services/rounds/open-round.server";
import { demoRounds } from "~db/demo/rounds";
import type { DemoOrganisationKey } from "~db/demo/people";
import type { DemoPlaces } from "./load-places";

/** Which organisation owns which template. */
const OWNERS: Record<string, DemoOrganisationKey> = {
  "inclusion-toolkit": "kent",
  "mainstream-core-standards": "kent",
  "early-years": "kent",
  "asthma-friendly": "nhs-kent-medway",
};

/** Round ids by questionnaire key. */
export type DemoRounds = ReadonlyMap<string, string>;

/** Imports the four questionnaires as version 1 of their owners and opens the demonstration's rounds. */
export async function loadRounds(app: App, places: DemoPlaces): Promise<DemoRounds> {
  const versions = await importTemplates(app, places);
  const rounds = new Map<string, string>();
  for (const round of demoRounds(places.calendar, londonDate(app.clock.now()))) {
    const { questionnaire, owner, ...facts } = round;
    const schoolIds = owner === "kent" ? places.kentSchoolIds : places.allSchoolIds;
    const id = await openRound(app, {
      round: {
        ...facts,
        organisationId: places.organisations[owner],
        versionId: versions.get(questionnaire) ?? "",
        sections: null,
        trainingGate: false,
        demonstration: true,
        sharedWith: [],
      },
      schoolIds,
    });
    rounds.set(questionnaire, id);
  }
  return rounds;
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
