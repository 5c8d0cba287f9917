import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { canonicalSnapshot } from "~/domain/submission/canonical-snapshot";
import type { App } from "~/platform/app.server";
import { run, type MakeCertificateTask } from "~/services/documents/make-certificate.worker";
import { makeDocument } from "~/services/documents/make-document.server";
import { confirmSchools } from "~/services/confirmations/confirm.server";
import { supersedeEarlier } from "~db/queries/submissions";
import { confirmations, responses, submissions } from "~db/schema";
import { readTemplate } from "~tests/unit/domain/questionnaire/read-template";
import { snapshotFromTemplate } from "~tests/support/snapshot-from-template";
import { aTestApp } from "~tests/support/test-app";
import { anActor } from "./people";
import { anOrganisation, aSchool } from "./places";
import { aPublishedVersion } from "./questionnaires";
import { aResponse, aRound, type Round } from "./rounds";

type Copy = { missing?: string[]; lead?: string; lapses?: string; number?: number };

/**
 * An asthma scheme of an NHS organisation as it is run: a school of Kent and one of Medway in a rolling round, their
 * people, and an NHS officer whose role is for asthma alone.
 */
export async function aScheme({ round, now }: { round?: Partial<Round>; now?: string } = {}) {
  const app = await aTestApp(now === undefined ? {} : { now });
  const nhs = await anOrganisation(app, {
    key: "nhs-weald",
    kind: "health",
    name: "NHS Weald",
    shortName: "NHS",
  });
  const council = await anOrganisation(app, { key: "wealdshire" });
  const definition = readTemplate("asthma-friendly");
  const version = await aPublishedVersion(app, { definition, organisationId: nhs.id });
  const scheme = await aRound(app, {
    organisationId: nhs.id,
    versionId: version.id,
    title: "Asthma Friendly Schools",
    rolling: true,
    validityMonths: 12,
    firstDeadline: null,
    finalDeadline: null,
    trainingThreshold: 85,
    ...round,
  });
  const join = async (over: Parameters<typeof aSchool>[1]) => {
    const school = await aSchool(app, { coveredBy: [nhs.id], ...over });
    const asked = { schoolId: school.id, versionId: version.id, roundId: scheme.id };
    const response = await aResponse(app, asked);
    return { ...school, responseId: response.id };
  };
  const school = await join({ name: "Oakfold Primary School" });
  const medway = await join({ name: "Rainham Park School", laName: "Medway", district: null });
  const inSchool = (role: "head" | "coordinator" | "contributor" | "governor", name: string) =>
    anActor(app, {
      user: { name, email: `${role}@oakfold.example` },
      grants: [{ role, schoolId: school.id }],
    });
  const officer = await anActor(app, {
    user: { name: "Amara Bello" },
    grants: [
      { role: "officer", organisationId: nhs.id, questionnaireKey: "asthma-friendly" as const },
    ],
  });
  const place = { key: nhs.key, roundId: scheme.id };
  const sign = (responseId: string, copy: Copy = {}) => aSignedScheme(app, { responseId, ...copy });
  return {
    app,
    nhs,
    council,
    version,
    scheme,
    place,
    school,
    medway,
    join,
    sign,
    officer,
    head: await inSchool("head", "Margaret Ellis"),
    coordinator: await inSchool("coordinator", "Priya Nair"),
    colleague: await inSchool("contributor", "Tom Okafor"),
    governor: await inSchool("governor", "Joan Whitfield"),
    councilOfficer: await anActor(app, {
      grants: [{ role: "manager", organisationId: council.id }],
    }),
    confirm: (chosen: { urn: string; submissionId: string }) =>
      confirmSchools(app, officer, { ...place, chosen: [chosen] }),
    confirmations: () => app.db.read.select().from(confirmations).orderBy(confirmations.id),
    seal: (confirmationId: string) =>
      makeDocument({
        app,
        payload: { confirmationId },
        runTask: <T>(_: URL, task: unknown) => run(task as MakeCertificateTask) as Promise<T>,
        postpone: () => undefined,
      }),
  };
}

export type Scheme = Awaited<ReturnType<typeof aScheme>>;

/** A signed copy whose six points are Yes, but for those missing. Returns its id. */
async function aSignedScheme(
  app: App,
  {
    responseId,
    missing = [],
    lead = "lead@oakfold.example",
    lapses = "",
    number = 1,
  }: Copy & {
    responseId: string;
  },
): Promise<string> {
  const id = app.newId();
  const base = snapshotFromTemplate("asthma-friendly");
  const values: Record<string, string> = {
    leadName: "Owen Sandiford",
    leadEmail: lead,
    trainingLapses: lapses,
  };
  const reference = `AFS26-${id.slice(-6)}-${number}`;
  const snapshot = canonicalSnapshot({
    ...base,
    reference,
    number,
    fields: base.fields.map((field) => ({ ...field, value: values[field.key] ?? field.value })),
    sections: base.sections.map((section) => ({
      ...section,
      items: section.items.map((item) =>
        item.entry ? { ...item, level: missing.includes(item.key) ? "2" : "3" } : item,
      ),
    })),
  });
  await app.db.transact(async (tx) => {
    await tx.insert(submissions).values({
      id,
      responseId,
      number,
      reference,
      state: "standing",
      snapshot,
      sha256: createHash("sha256").update(snapshot).digest("hex"),
      signedAt: app.clock.now(),
      version: 1,
    });
    await supersedeEarlier(tx, { responseId, byId: id });
    await tx.update(responses).set({ state: "submitted" }).where(eq(responses.id, responseId));
  });
  return id;
}
