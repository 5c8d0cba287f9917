import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { inventedFields, inventedSection } from "../app/commands/demo/invented-answers";
import { loadDemonstration } from "../app/commands/demo/load-demonstration";
import { luciaOf } from "~/auth/lucia.server";
import type { Actor, Grant } from "~/domain/policy/actor";
import { londonDate } from "~/domain/calendar/format";
import { itemsThatApply } from "~/domain/questionnaire/applicability";
import type { Definition } from "~/domain/questionnaire/definition";
import { asksDuty } from "~/domain/questionnaire/self-review";
import type { App } from "~/platform/app.server";
import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { confirmApplicability } from "~/services/answering/confirm-applicability.server";
import { loadResponse } from "~/services/answering/load-response.server";
import { openReview } from "~/services/answering/open-review.server";
import { saveSection } from "~/services/answering/save-answers.server";
import { startPrivate } from "~/services/answering/start-private.server";
import { importTemplate } from "~/services/questionnaires/import-template.server";
import { migrate } from "~db/migrate";
import { insertGrant, insertUser } from "~db/queries/people";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
import { inSections, onOnePage } from "./questionnaires";

/** A self-review with an answer to everything, of the school in the address. */
export type Review = { urn: string; id: string };

export type World = {
  app: App;
  folder: string;
  dataDir: string;
  /** The Cookie header of a headteacher of every bench school. */
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
  const { responseId } = await startPrivate(app, head, { urn, versionId });
  const where = { urn, responseId };
  const opened = await loadResponse(app, head, where);
  await confirmApplicability(app, head, {
    ...where,
    phases: opened.applicability.phases,
    types: opened.applicability.types,
    sections: opened.definition.sections.map(({ key }) => key),
    version: opened.row.version,
    changeAccepted: true,
  });
  await answerAll(app, head, where);
  return { urn, id: responseId };
}

async function answerAll(
  app: App,
  head: Actor,
  where: { urn: string; responseId: string },
): Promise<void> {
  const loaded = await loadResponse(app, head, where);
  const { review } = await openReview(app, loaded);
  const items = review.sections.flatMap((section) => section.items);
  const about = {
    definition: loaded.definition,
    asked: new Set(items.filter((item) => asksDuty(review, item)).map(({ key }) => key)),
    urn: where.urn,
    today: londonDate(app.clock.now()),
  };
  const sections = itemsThatApply(loaded.definition, loaded.applicability);
  const answers = [
    ...inventedFields(about),
    ...sections.flatMap((section) => inventedSection(section, about)),
  ].map((one) => ({ ...one, base: 0, saveId: app.newId(), namesConfirmed: true }));
  const { outcomes } = await saveSection(app, head, { ...where, answers });
  const refused = outcomes.find(({ kind }) => kind !== "saved" && kind !== "unchanged");
  if (refused !== undefined) throw new Error(JSON.stringify(refused));
}
