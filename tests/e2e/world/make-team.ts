import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { joinRound } from "~/services/rounds/join-round.server";
import { markReady } from "~/services/signing/mark-ready.server";
import { signResponse } from "~/services/signing/sign-response.server";
import { listResponses } from "~db/queries/responses";
import { listRoundsToJoin } from "~db/queries/round-schools";
import { findSchoolByUrn } from "~db/queries/schools";
import { answerReview, confirmReview } from "~tests/support/answered-review";
import { actorOf, makePerson } from "./make-person";
import {
  startsOf,
  TEAMS,
  type Person,
  type Questionnaire,
  type Review,
  type Stage,
  type Team,
  type TeamName,
  type TeamRole,
} from "./plan";

const NAMES: Record<TeamRole, string> = {
  head: "Anna Pellow",
  coordinator: "Bina Shah",
  contributor: "Colm Doyle",
  governor: "Dilys Penrose",
};
const TITLES: Record<TeamRole, string | null> = {
  head: "headteacher",
  coordinator: "SENCO",
  contributor: null,
  governor: "link governor",
};

type Making = { name: TeamName; passwordHash: string };

/** Four people in a school of their own, and its self-reviews brought as far as the plan says. */
export async function makeTeam(app: App, { name, passwordHash }: Making): Promise<Team> {
  const { urn } = TEAMS[name];
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new Error(`The demonstration has no school ${urn}`);
  const schoolId = school.id;
  const one = async (role: TeamRole) =>
    makePerson(app, {
      name: NAMES[role],
      email: `${role}@${name}.e2e.test`,
      passwordHash,
      grant: { role, place: { schoolId }, signingTitle: TITLES[role] },
    });
  const people = {
    head: await one("head"),
    coordinator: await one("coordinator"),
    contributor: await one("contributor"),
    governor: await one("governor"),
  } satisfies Record<TeamRole, Person>;
  const head = await actorOf(app, people.head.email);
  if (!STAYS_OUT.includes(name)) await joinEverything(app, head, { schoolId, urn });
  const reviews = await reviewsOf(app, { schoolId, urn });
  for (const [questionnaire, start] of Object.entries(startsOf(name))) {
    const review = reviews[questionnaire as Questionnaire];
    await bring(app, head, { where: { urn, responseId: review.id }, ...start });
  }
  return { urn, school: school.name, people, reviews };
}

/** Teams that have joined no rolling round, so that tests can. */
const STAYS_OUT: readonly TeamName[] = ["inviting"];

async function joinEverything(
  app: App,
  head: Actor,
  { schoolId, urn }: { schoolId: string; urn: string },
): Promise<void> {
  for (const { roundId } of await listRoundsToJoin(app.db.read, { schoolId })) {
    await joinRound(app, head, { urn, roundId });
  }
}

/** The self-reviews that the demonstration's rounds ask of a school. */
export async function reviewsOf(
  app: App,
  { schoolId, urn }: { schoolId: string; urn: string },
): Promise<Record<Questionnaire, Review>> {
  const responses = await listResponses(app.db.read, { schoolId });
  const one = (key: Questionnaire): Review => {
    const asked = responses.filter((row) => row.questionnaireKey === key);
    // Of the round that opened last: some were asked last year too.
    const byOpening = asked.sort((a, b) => (b.opensOn ?? "").localeCompare(a.opensOn ?? ""));
    const id = byOpening[0]?.id ?? "";
    return { id, path: `/schools/${urn}/self-reviews/${id}` };
  };
  return {
    "inclusion-toolkit": one("inclusion-toolkit"),
    "mainstream-core-standards": one("mainstream-core-standards"),
    "asthma-friendly": one("asthma-friendly"),
  };
}

type Bring = {
  where: { urn: string; responseId: string };
  stage: Stage;
  sections?: readonly string[];
  except?: readonly string[];
};

const STAGES: readonly Stage[] = ["untouched", "confirmed", "answered", "ready", "signed"];

async function bring(app: App, head: Actor, { where, stage, ...plan }: Bring): Promise<void> {
  const reaches = (one: Stage) => STAGES.indexOf(stage) >= STAGES.indexOf(one);
  if (reaches("confirmed")) await confirmReview(app, head, { ...where, sections: plan.sections });
  if (reaches("answered")) await answerReview(app, head, { ...where, except: plan.except });
  if (reaches("ready")) mustHold(await markReady(app, head, where));
  if (!reaches("signed")) return;
  const proof = { password: app.config.demoPassword, address: `before the tests ${where.urn}` };
  mustHold(await signResponse(app, head, { ...where, declared: true, proof }));
}

function mustHold(outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}
