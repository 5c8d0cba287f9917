import { eq } from "drizzle-orm";
import type { Actor } from "~/domain/policy/actor";
import { addAction } from "~/services/actions/add-action.server";
import { insertAudit } from "~db/queries/audit";
import { grants } from "~db/schema";
import { aDefinition } from "~tests/support/factories/definitions";
import { anActor } from "~tests/support/factories/people";
import { aLogo, anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aResponse, aRound } from "~tests/support/factories/rounds";
import { aReviewer } from "~tests/support/factories/visits";
import { aSave } from "~tests/support/factories/worlds";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { fields } from "../actions/a-signed-in-school";
import { aGroupBeside, aReturnBeside } from "./crawl-beside";
import { aCopy } from "./crawl-copy";
import { aCrawledScheme, SCHEME_KEY } from "./crawl-scheme";
import {
  aCrawledVisit,
  aPair,
  aRegistered,
  VISIT_KINDS,
  type Pair,
  type VisitKind,
} from "./crawl-visit";

/** What is planted in each school, one word for each kind of thing that must not get out. */
export const PLANTED = [
  "name",
  "person",
  "draft",
  "private",
  "title",
  "copy",
  "plan",
  "visit",
  "notes",
  "writing",
  "answered",
  "record",
  "themes",
  "whole",
  "figures",
  "asked",
  "replied",
  "board",
] as const;
export type Planted = (typeof PLANTED)[number];

/** Schools of the crawl: the one the crawlers belong to, one of the same round, one of another authority. */
export const SCHOOLS = ["own", "sister", "foreign"] as const;
export type SchoolKey = (typeof SCHOOLS)[number];

/** The word that stands in one kind of thing of one school and nowhere else. */
export const marker = (school: SchoolKey, planted: Planted) => `Zq${school}${planted}qz`;

/** A self-review being written, one signed, one private to its school. */
export const REVIEWS = ["draft", "signed", "private"] as const;
export type ReviewKey = (typeof REVIEWS)[number];

export type CrawledSchool = {
  id: string;
  urn: string;
  reviews: Record<ReviewKey, string>;
  /** The id of what it signed. */
  copy: string;
  action: string;
  /** The id of the coordinator's role. */
  grant: string;
  head: Actor;
  coordinator: Actor;
};

type Place = {
  organisationId: string;
  versionId: string;
  draftRound: string;
  signedRound: string;
};

/** Three schools full of marked words, two authorities, a health board, and someone of every role. */
export async function aCrawlWorld() {
  const app = await aTestApp();
  const authority = await anOrganisation(app, { key: "wealdshire" });
  await aLogo(app, authority.id);
  const health = await anOrganisation(app, { key: "nhs-weald", name: "NHS Weald", kind: "health" });
  const away = await anOrganisation(app, { key: "northmoor", name: "Northmoor Council" });
  const home = await aPlace(app, authority.id);
  const faraway = await aPlace(app, away.id);
  const schools: Record<SchoolKey, CrawledSchool> = {
    own: await aFullSchool(app, { key: "own", place: home, coveredBy: [authority.id, health.id] }),
    sister: await aFullSchool(app, { key: "sister", place: home, coveredBy: [authority.id] }),
    foreign: await aFullSchool(app, { key: "foreign", place: faraway, coveredBy: [away.id] }),
  };
  const schemes = {
    "nhs-weald": await aCrawledScheme(app, { organisationId: health.id, school: schools.own }),
    wealdshire: await aCrawledScheme(app, { organisationId: authority.id, school: schools.sister }),
    northmoor: await aCrawledScheme(app, { organisationId: away.id, school: schools.foreign }),
  };
  await plantBeside(app, { schools, authority: authority.id, health: health.id, away: away.id });
  const confirmations: Record<SchoolKey, string> = {
    own: schemes["nhs-weald"].confirmationId,
    sister: schemes.wealdshire.confirmationId,
    foreign: schemes.northmoor.confirmationId,
  };
  const own = schools.own.id;
  const reviewer = await anActor(app, {
    grants: [{ role: "reviewer", organisationId: authority.id }],
  });
  const registered = await aRegistered(app, { actor: reviewer, organisationId: authority.id });
  const elsewhere = (await aReviewer(app, { organisationId: away.id })).reviewer.id;
  const pairs = {
    own: await aPair(app, { organisationId: authority.id, lead: { ...registered, reviewer } }),
    sister: await aPair(app, { organisationId: authority.id }),
    foreign: await aPair(app, { organisationId: away.id }),
  };
  const places = { own: home, sister: home, foreign: faraway };
  const visits: CrawledVisits = { own: {}, sister: {}, foreign: {} };
  for (const key of SCHOOLS) {
    const made = { key, school: schools[key], place: places[key], pair: pairs[key] };
    for (const kind of VISITS_OF[key]) visits[key][kind] = await aVisitTo(app, { ...made, kind });
  }
  const inSchool = (role: "contributor" | "governor") =>
    anActor(app, { grants: [{ role, schoolId: own }] });
  const inOrganisation = (role: "officer" | "manager", organisationId: string) =>
    anActor(app, { grants: [{ role, organisationId }] });
  const people = {
    head: schools.own.head,
    coordinator: schools.own.coordinator,
    contributor: await inSchool("contributor"),
    governor: await inSchool("governor"),
    reviewer,
    officer: await inOrganisation("officer", authority.id),
    manager: await inOrganisation("manager", authority.id),
    healthManager: await inOrganisation("manager", health.id),
    // Sees the scheme, and nothing else of the board's.
    schemeOfficer: await anActor(app, {
      grants: [{ role: "officer", organisationId: health.id, questionnaireKey: SCHEME_KEY }],
    }),
    otherHead: schools.foreign.head,
    nobody: await anActor(app),
  };
  const register = { own: registered.id, foreign: elsewhere };
  const round = home.draftRound;
  const organisations = { wealdshire: authority.id, "nhs-weald": health.id, northmoor: away.id };
  return { app, organisations, schools, visits, register, people, schemes, confirmations, round };
}

type Planting = {
  schools: Record<SchoolKey, CrawledSchool>;
  authority: string;
  health: string;
  away: string;
};

/** What else is asked of the schools that are in a scheme: by their authority, and by the health board itself. */
async function plantBeside(app: TestApp, { schools, authority, health, away }: Planting) {
  const key = "mainstream-core-standards";
  const runBy = { own: authority, foreign: away };
  for (const of of ["own", "foreign"] as const) {
    const school = schools[of];
    const words = { asked: marker(of, "asked"), written: marker(of, "replied") };
    await aReturnBeside(app, { organisationId: runBy[of], key, school, ...words });
    await aGroupBeside(app, { organisationId: runBy[of], school, name: marker(of, "asked") });
  }
  const board = marker("own", "board");
  const words = { asked: board, written: board };
  const ofBoard = { organisationId: health, key: "health-review", school: schools.own };
  await aReturnBeside(app, { ...ofBoard, ...words });
}

/** Which visits each school of the crawl has: the own one at every step from the plan on and under every rule. */
const VISITS_OF: Record<SchoolKey, readonly VisitKind[]> = {
  own: VISIT_KINDS,
  sister: ["planned", "whole"],
  foreign: ["planned", "closed"],
};

export type CrawledVisits = Record<SchoolKey, Partial<Record<VisitKind, string>>>;

export type CrawlWorld = Awaited<ReturnType<typeof aCrawlWorld>>;

type AVisitTo = {
  key: SchoolKey;
  kind: VisitKind;
  school: CrawledSchool;
  place: Place;
  pair: Pair;
};

/** A visit about what the school signed. */
function aVisitTo(app: TestApp, { key, kind, school, place, pair }: AVisitTo): Promise<string> {
  const { organisationId, signedRound: roundId } = place;
  return aCrawledVisit(app, {
    schoolId: school.id,
    organisationId,
    roundId,
    responseId: school.reviews.signed,
    head: school.head,
    submissionId: school.copy,
    kind,
    pair,
    words: (planted) => marker(key, planted),
  });
}

async function aPlace(app: TestApp, organisationId: string): Promise<Place> {
  const version = await aPublishedVersion(app, { organisationId });
  const of = { organisationId, versionId: version.id };
  const draft = await aRound(app, of);
  const signed = await aRound(app, { ...of, title: "Summer review" });
  return { ...of, draftRound: draft.id, signedRound: signed.id };
}

type FullSchool = { key: SchoolKey; place: Place; coveredBy: string[] };

async function aFullSchool(app: TestApp, { key, place, coveredBy }: FullSchool) {
  const mark = (planted: Planted) => marker(key, planted);
  const school = await aSchool(app, { name: `${mark("name")} School`, coveredBy });
  const schoolId = school.id;
  const head = await anActor(app, { grants: [{ role: "head", schoolId }] });
  const coordinator = await anActor(app, {
    user: { name: `Robin ${mark("person")}`, email: `${mark("person")}@school.example` },
    grants: [{ role: "coordinator", schoolId }],
  });
  const title = `Our own ${mark("title")}`;
  const definition = aDefinition({ key: `private-${key}`, title });
  // Its publisher covers nobody, so that no page offers its title to another school.
  const publisher = await anOrganisation(app, { key: `publisher-${key}` });
  const own = await aPublishedVersion(app, { definition, organisationId: publisher.id });
  const { versionId } = place;
  const asked = { schoolId, state: "in-progress" as const };
  const draft = await aResponse(app, { ...asked, versionId, roundId: place.draftRound });
  const secret = await aResponse(app, { ...asked, versionId: own.id });
  const signed = await aResponse(app, {
    ...asked,
    versionId,
    roundId: place.signedRound,
    state: "submitted",
  });
  const by = { userId: coordinator.userId, key: "A1" };
  await aSave(app, { ...by, responseId: draft.id, level: "2", commentary: mark("draft") });
  await aSave(app, { ...by, responseId: secret.id, level: "2", commentary: mark("private") });
  await aSave(app, { ...by, responseId: signed.id, level: "2", commentary: mark("draft") });
  const copy = await aCopy(app, {
    responseId: signed.id,
    urn: school.urn,
    word: mark("copy"),
    head,
  });
  const input = { urn: school.urn, origin: null, fields: fields({ title: mark("plan") }) };
  const added = await addAction(app, head, input);
  if (added.kind !== "saved") throw new Error("The action was not added");
  await app.db.transact((tx) =>
    insertAudit(tx, {
      id: app.newId(),
      at: app.clock.now(),
      actorId: coordinator.userId,
      event: "answer.saved",
      schoolId,
      subjectKind: "answer-revision",
      subjectId: "one",
      data: { responseId: secret.id, key: "A1" },
    }),
  );
  const reviews = { draft: draft.id, signed: signed.id, private: secret.id };
  const [role] = await app.db.read
    .select({ id: grants.id })
    .from(grants)
    .where(eq(grants.userId, coordinator.userId));
  const grant = role?.id ?? "";
  const of = { id: schoolId, urn: school.urn, reviews, copy };
  return { ...of, action: added.id, grant, head, coordinator };
}
