import { writeFileSync } from "node:fs";
import { argon2Passwords } from "~/auth/password.server";
import { loadConfig } from "~/platform/config.server";
import type { App } from "~/platform/app.server";
import { makeApp } from "~/platform/make-app.server";
import { runCommand } from "~/platform/run-command.server";
import { addAction, newAction } from "~/services/actions/add-action.server";
import { listConfirmationsOfSchool } from "~db/queries/confirmations";
import { DEMO_PEOPLE, SECOND_SCHOOL } from "~db/demo/people";
import { DEMO_PLAN } from "~db/demo/plan";
import { findOrganisationByKey } from "~db/queries/organisations";
import { listReviewers } from "~db/queries/reviewers";
import { findSchoolByUrn } from "~db/queries/schools";
import { actorOf, openSession } from "./make-person";
import { makeEmpty } from "./make-empty";
import { makeTeam, reviewsOf } from "./make-team";
import { makeRecords } from "./make-records";
import { makeLetters } from "./make-letters";
import { makeRounds } from "./make-rounds";
import { makeVisits } from "./make-visits";
import { makeWaiting } from "./make-waiting";
import { TEAMS, type Person, type Review, type Team, type TeamName, type World } from "./plan";

const NAMES = Object.keys(TEAMS) as TeamName[];

function teamOf(teams: readonly [TeamName, Team][], wanted: TeamName): Team {
  const found = teams.find(([name]) => name === wanted)?.[1];
  if (found === undefined) throw new Error(`There is no team ${wanted}`);
  return found;
}

/** An action in the plan of the school whose pages are looked at. Returns its id. */
async function anAction(app: App, teams: readonly [TeamName, Team][]): Promise<string> {
  const { urn, people } = teamOf(teams, "pages");
  const head = await actorOf(app, people.head.email);
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

/** Somebody of Kent's register of reviewers. Returns the id of the entry. */
async function anEntry(app: App): Promise<string> {
  const kent = await findOrganisationByKey(app.db.read, "kent");
  const [entry] = await listReviewers(app.db.read, { organisationId: kent?.id ?? "" });
  return entry?.id ?? "";
}

/** The asthma round with the confirmation of the second school, which runs out in six weeks. */
async function aScheme(app: App): Promise<World["scheme"]> {
  const school = await findSchoolByUrn(app.db.read, SECOND_SCHOOL);
  const [latest] = await listConfirmationsOfSchool(app.db.read, { schoolId: school?.id ?? "" });
  if (latest === undefined) throw new Error("The demonstration confirmed no school");
  return { roundId: latest.roundId, confirmation: latest.id };
}

/** Adds the schools of the tests to a demonstration and writes down what the tests need to know of it. */
await runCommand(async () => {
  const app = await makeApp({ config: loadConfig({ env: process.env, production: false }) });
  try {
    const passwordHash = await argon2Passwords.hash(app.config.demoPassword);
    const teams: [TeamName, Team][] = [];
    for (const name of NAMES) teams.push([name, await makeTeam(app, { name, passwordHash })]);
    const planAction = await anAction(app, teams);
    const people = teamOf(teams, "people");
    const { waiting, coordinator } = await makeWaiting(app, { team: people, passwordHash });
    people.people.coordinator = coordinator;
    const read = teamOf(teams, "read");
    const made = await makeVisits(app, { team: read, passwordHash });
    const visits = { ...made, records: await makeRecords(app, { team: read, of: made }) };
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
      waiting,
      visits,
      scheme: await aScheme(app),
      rounds: await makeRounds(app, waiting),
      empty: await makeEmpty(app, passwordHash),
      letters: await makeLetters(app, SECOND_SCHOOL),
      registered: await anEntry(app),
      demo: Object.fromEntries(demo),
      demoReviews: Object.fromEntries(demoReviews),
    };
    writeFileSync(process.env["E2E_WORLD"] ?? "", JSON.stringify(world));
  } finally {
    await app.db.close();
  }
});
