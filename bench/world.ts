import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { loadDemonstration } from "../app/commands/demo/load-demonstration";
import { luciaOf } from "~/auth/lucia.server";
import type { Actor, Grant } from "~/domain/policy/actor";
import type { Definition } from "~/domain/questionnaire/definition";
import type { App } from "~/platform/app.server";
import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { startPrivate } from "~/services/answering/start-private.server";
import { importTemplate } from "~/services/questionnaires/import-template.server";
import { migrate } from "~db/migrate";
import { insertGrant, insertUser } from "~db/queries/people";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
import { answerReview, confirmReview } from "~tests/support/answered-review";
import { inSections, onOnePage } from "./questionnaires";

/** A self-review with an answer to everything, of the school in the address. */
export type Review = { urn: string; id: string };

export type World = {
  app: App;
  folder: string;
  dataDir: string;
  /** A headteacher of every bench school. */
  head: Actor;
  /** The Cookie header of theirs. */
  cookie: string;
  /** One review for each connection, so that connections do not meet in one answer. */
  inSections: Review[];
  onOnePage: Review;
  close: () => Promise<void>;
};

/** Untouched schools of the demonstration: primary schools like most. */
const SCHOOLS = ["118255", "118257", "118254", "118694"];

/** The demonstration in a new folder under `under`, and in it a headteacher with reviews to read and save. */
export async function makeWorld(under: string): Promise<World> {
  mkdirSync(under, { recursive: true });
  const folder = mkdtempSync(path.join(under, "inclusion-review-bench-"));
  const dataDir = path.join(folder, "data");
  const config = loadConfig({
    env: { DATA_DIR: dataDir, DEMO: "1", LOG_LEVEL: "error" },
    production: false,
  });
  await migrate({ url: undefined, dataDir, log: () => undefined });
  const app = await makeApp({ config });
  await loadDemonstration(app);
  const head = await aHead(app);
  const { id } = await luciaOf(app).createSession(head.userId, {
    device: null,
    secondFactorAt: null,
  });
  return {
    app,
    folder,
    dataDir,
    head,
    cookie: `session=${id}`,
    inSections: await reviewsOf(app, head, { definition: inSections(), urns: SCHOOLS }),
    onOnePage: await oneOf(
      reviewsOf(app, head, { definition: onOnePage(), urns: SCHOOLS.slice(0, 1) }),
    ),
    close: async () => {
      await app.db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function oneOf(reviews: Promise<Review[]>): Promise<Review> {
  const [first] = await reviews;
  if (first === undefined) throw new Error("There is no bench review");
  return first;
}

async function aHead(app: App): Promise<Actor> {
  const userId = app.newId();
  const createdAt = app.clock.now();
  const person = { id: userId, email: "bench@demo.test", name: "Bench Head", passwordHash: null };
  await app.db.transact((tx) => insertUser(tx, { ...person, version: 1, createdAt }));
  const grants: Grant[] = [];
  for (const urn of SCHOOLS) {
    const school = await schoolAt(app, urn);
    const grant = {
      role: "head" as const,
      schoolId: school.id,
      organisationId: null,
      questionnaireKey: null,
      signingTitle: "headteacher",
      from: "2020-09-01",
      to: null,
    };
    const row = { ...grant, id: app.newId(), userId, createdAt };
    await app.db.transact((tx) => insertGrant(tx, row));
    grants.push(grant);
  }
  return { userId, name: person.name, email: person.email, grants };
}

async function schoolAt(app: App, urn: string) {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new Error(`The demonstration has no school ${urn}`);
  return school;
}

type Wanted = { definition: Definition; urns: readonly string[] };

async function reviewsOf(app: App, head: Actor, { definition, urns }: Wanted): Promise<Review[]> {
  const { id: schoolId } = await schoolAt(app, urns[0] ?? "");
  const [organisationId = ""] = await listOrganisationsCovering(app.db.read, { schoolId });
  const text = JSON.stringify(definition);
  const { versionId } = await importTemplate(app, { organisationId, text });
  const reviews: Review[] = [];
  for (const urn of urns) reviews.push(await answered(app, head, { urn, versionId }));
  return reviews;
}

async function answered(
  app: App,
  head: Actor,
  { urn, versionId }: { urn: string; versionId: string },
): Promise<Review> {
  const { responseId } = await startPrivate(app, head, { urn, versionId, startId: app.newId() });
  await confirmReview(app, head, { urn, responseId });
  await answerReview(app, head, { urn, responseId });
  return { urn, id: responseId };
}
