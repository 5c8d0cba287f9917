import { readFileSync } from "node:fs";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";

/** The example of another scheme, written as a spreadsheet: five levels where 1 is best, 21 aspects. */
export const exampleFile = (kind: "xlsx" | "csv"): Uint8Array =>
  new Uint8Array(readFileSync(`docs/examples/online-safety.${kind}`));

/** An authority without a questionnaire, those who work there, and another authority's manager. */
export async function anAuthority() {
  const app = await aTestApp();
  const owner = await anOrganisation(app);
  const other = await anOrganisation(app, { key: "wealdshire" });
  const school = await aSchool(app, { coveredBy: [owner.id] });
  const of = (role: "manager" | "officer", organisationId: string) =>
    anActor(app, { grants: [{ role, organisationId }] });
  return {
    app,
    owner,
    school,
    at: { key: owner.key, questionnaire: "online-safety" },
    manager: await of("manager", owner.id),
    officer: await of("officer", owner.id),
    stranger: await of("manager", other.id),
  };
}
