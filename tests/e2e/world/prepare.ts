import { writeFileSync } from "node:fs";
import { argon2Passwords } from "~/auth/password.server";
import { loadConfig } from "~/platform/config.server";
import type { App } from "~/platform/app.server";
import { makeApp } from "~/platform/make-app.server";
import { runCommand } from "~/platform/run-command.server";
import { addAction, newAction } from "~/services/actions/add-action.server";
import { DEMO_PEOPLE } from "~db/demo/people";
import { DEMO_PLAN } from "~db/demo/plan";
import { findSchoolByUrn } from "~db/queries/schools";
import { actorOf, makeTeam, openSession, reviewsOf } from "./make-team";
import { TEAMS, type Person, type Review, type Team, type TeamName, type World } from "./plan";

const NAMES = Object.keys(TEAMS) as TeamName[];

/** An action in the plan of the school whose pages are looked at. Returns its id. */
async function anAction(app: App, teams: readonly [TeamName, Team][]): Promise<string> {
  const team = teams.find(([name]) => name === "pages")?.[1];
  const head = await actorOf(app, team?.people.head.email ?? "");
  const urn = team?.urn ?? "";
  const blank = await newAction(app, head, { urn, origin: null });
  const fields = {
    ...blank.fields,
    title: "Agree one way of telling families early",
    leadRole: "SENCO",
    howWeWillKnow: "Families say that they heard first from us.",
  };
  const outcome = await addAction(app, head, { urn, origin: null, fields });
  if (outcome.kind !== "saved") throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

/** Adds the schools of the tests to a demonstration and writes down what the tests need to know of it. */
await runCommand(async () => {
  const app = await makeApp({ config: loadConfig({ env: process.env, production: false }) });
  try {
    const passwordHash = await argon2Passwords.hash(app.config.demoPassword);
    const teams: [TeamName, Team][] = [];
    for (const name of NAMES) teams.push([name, await makeTeam(app, { name, passwordHash })]);
    const planAction = await anAction(app, teams);
    const demo: [string, Person][] = [];
    for (const { email } of DEMO_PEOPLE) {
      demo.push([email.split("@")[0] ?? "", await openSession(app, email)]);
    }
    const demoReviews: [string, Review][] = [];
    for (const urn of new Set(DEMO_PLAN.map((work) => work.urn))) {
      const school = await findSchoolByUrn(app.db.read, urn);
      const reviews = await reviewsOf(app, { urn, schoolId: school?.id ?? "" });
      for (const [key, review] of Object.entries(reviews))
        demoReviews.push([`${urn} ${key}`, review]);
    }
    const world: World = {
      password: app.config.demoPassword,
      dataDir: app.config.dataDir,
      planAction,
      teams: Object.fromEntries(teams) as Record<TeamName, Team>,
      demo: Object.fromEntries(demo),
      demoReviews: Object.fromEntries(demoReviews),
    };
    writeFileSync(process.env["E2E_WORLD"] ?? "", JSON.stringify(world));
  } finally {
    await app.db.close();
  }
});
