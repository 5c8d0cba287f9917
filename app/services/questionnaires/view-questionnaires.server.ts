import { formatDate, londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { PublishProblem } from "~/domain/questionnaire/compare/check-before-publishing";
import type { VersionState } from "~/domain/questionnaire/version-states";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { listQuestionnaires } from "~db/queries/versions";
import { loadAuthored, loadVersion, type AtAuthored, type AtVersion } from "./load-authored.server";
import { findProblems } from "./publish.server";
import { hashOf } from "./stored-text";

/** `publishedOn`: "22 November 2026", null for a draft. */
export type VersionLineView = { number: number; state: VersionState; publishedOn: string | null };
export type QuestionnaireLineView = { key: string; title: string; versions: VersionLineView[] };
export type QuestionnairesView = {
  organisation: OrganisationView;
  questionnaires: QuestionnaireLineView[];
};

/** The questionnaires of an organisation that the person writes. Throws `not-found` or `forbidden`. */
export async function viewQuestionnaires(
  app: App,
  actor: Actor,
  { key }: { key: string },
): Promise<QuestionnairesView> {
  const action = "organisation.view-questionnaires";
  const { organisation, view, today } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const rows = await listQuestionnaires(app.db.read, { organisationId });
  const found = new Map<string, QuestionnaireLineView>();
  for (const { key: questionnaireKey, title, ...version } of rows) {
    const facts = { organisationId, today, questionnaireKey };
    if (!can(actor, "questionnaire.author", facts).allowed) continue;
    const line = found.get(questionnaireKey) ?? { key: questionnaireKey, title, versions: [] };
    line.versions.push(lineOf(version));
    found.set(questionnaireKey, line);
  }
  return { organisation: view, questionnaires: [...found.values()] };
}

type Row = { number: number; state: VersionState; publishedAt: Date | null };

const lineOf = ({ number, state, publishedAt }: Row): VersionLineView => ({
  ...{ number, state },
  publishedOn: publishedAt === null ? null : formatDate(londonDate(publishedAt)),
});

export type QuestionnaireView = {
  organisation: OrganisationView;
  questionnaire: { key: string; title: string };
  versions: VersionLineView[];
  /** The draft's hash, empty where there is none: what a file read in takes the place of. */
  draft: { number: number; sha256: string } | null;
};

/** One questionnaire and its versions, newest first. Throws `not-found` or `forbidden`. */
export async function viewQuestionnaire(
  app: App,
  actor: Actor,
  at: AtAuthored,
): Promise<QuestionnaireView> {
  const { view, questionnaire, versions } = await loadAuthored(app, actor, at);
  const draft = versions.find(({ state }) => state === "draft");
  return {
    organisation: view,
    questionnaire: { key: questionnaire.key, title: questionnaire.title },
    versions: versions.map(lineOf),
    draft: draft === undefined ? null : { number: draft.number, sha256: draft.sha256 },
  };
}

export type VersionView = VersionLineView & {
  organisation: OrganisationView;
  questionnaire: { key: string; title: string };
  sha256: string;
  /** Whether the stored text still gives the check code on record. */
  intact: boolean;
  before: number | null;
  changeNotes: string;
  sections: { key: string; title: string; statements: { key: string; statement: string }[] }[];
  levels: { code: string; name: string; meaning: string; asks: string | null }[];
  fields: { label: string; kind: string }[];
  /** For a draft. */
  problems: PublishProblem[];
};

/** One version, and for a draft what stands in the way of publishing it. Throws `not-found` or `forbidden`. */
export async function viewVersion(app: App, actor: Actor, at: AtVersion): Promise<VersionView> {
  const loaded = await loadVersion(app, actor, at);
  const { view, questionnaire, version, definition, previous } = loaded;
  const { sections, scale, fields, changeNotes } = definition;
  return {
    ...lineOf(version),
    organisation: view,
    questionnaire: { key: questionnaire.key, title: questionnaire.title },
    sha256: version.sha256,
    intact: hashOf(version.definition) === version.sha256,
    before: previous?.number ?? null,
    changeNotes,
    sections: sections.map(({ key, title, items }) => ({
      ...{ key, title },
      statements: items.map((item) => ({ key: item.key, statement: item.statement })),
    })),
    levels: scale.levels.map(({ code, name, meaning, asks }) => ({ code, name, meaning, asks })),
    fields: fields.map(({ label, kind }) => ({ label, kind })),
    problems: version.state === "draft" ? await findProblems(app, loaded) : [],
  };
}
