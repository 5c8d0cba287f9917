import type { RoundDraft } from "~/domain/round/draft";
import type { Actor } from "~/domain/policy/actor";
import { loadDraft, saveStep, startDraft } from "~/services/rounds/drafts.server";
import { mails } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aTestApp, type TestApp } from "~tests/support/test-app";

/** A manager with three schools: one with a head and a coordinator, one with a colleague only, one nobody works in. */
export async function aManagedPlace(kind: "authority" | "health" = "authority") {
  const app = await aTestApp();
  const organisation = await anOrganisation(app, { key: "wealdshire", kind });
  const organisationId = organisation.id;
  const version = await aPublishedVersion(app, { organisationId });
  const school = (name: string, phaseName = "Primary") =>
    aSchool(app, { name, phaseName, coveredBy: [organisationId] });
  const [marsh, quarry, tower] = [
    await school("Marsh Lane"),
    await school("Quarry Hill"),
    await school("Tower", "Secondary"),
  ];
  const at = (name: string, role: "head" | "coordinator" | "contributor", schoolId: string) =>
    anActor(app, { user: { name }, grants: [{ role, schoolId }] });
  const head = await at("Margaret Ellis", "head", marsh.id);
  const coordinator = await at("Priya Nair", "coordinator", marsh.id);
  await at("Tom Reed", "contributor", quarry.id);
  const inOrganisation = (role: "manager" | "officer") =>
    anActor(app, { user: { name: role }, grants: [{ role, organisationId }] });
  const manager = await inOrganisation("manager");
  const officer = await inOrganisation("officer");
  return { app, organisation, version, marsh, quarry, tower, head, coordinator, manager, officer };
}

export type ManagedPlace = Awaited<ReturnType<typeof aManagedPlace>>;

/** Everything that a round with deadlines needs, for every school. */
export const answersOf = ({ version }: Pick<ManagedPlace, "version">): Partial<RoundDraft> => ({
  ...{ versionId: version.id, year: "2026-27", kind: "deadlines", ask: "whole" },
  ...{ opensOn: "24 11 2026", firstDeadline: "12 2 2027", finalDeadline: "5 3 2027" },
  ...{ governorSigns: "no", visitOwnership: "themes", viewsFirst: "yes", message: "Begin with A." },
  schools: { all: true, phases: [], districts: [], types: [], groups: [], picked: [] },
});

/** A draft with these answers; gives where it is and the version it stands at. */
export async function aDraft(
  app: TestApp,
  actor: Actor,
  { key, answers }: { key: string; answers: Partial<RoundDraft> },
): Promise<{ key: string; draftId: string; version: number }> {
  const draftId = await startDraft(app, actor, key);
  await saveStep(app, actor, { key, draftId, version: 1, step: "message", typed: answers });
  return { key, draftId, version: 2 };
}

/** What a draft says now. */
export async function draftOf({ app, organisation }: ManagedPlace, draftId: string) {
  return (await loadDraft(app, { organisationId: organisation.id, draftId })).draft;
}

/** Mails about rounds written so far: to whom, and what. */
export async function roundMails(app: TestApp) {
  const rows = await app.db.read.select().from(mails);
  return rows
    .filter(({ template }) => template === "round-step")
    .map(({ name, data }) => {
      const { what, words } = JSON.parse(data ?? "{}") as { what: string; words: string };
      return { name, what, words };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
