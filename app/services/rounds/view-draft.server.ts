import { yearsToChoose, type YearChoice } from "~/domain/calendar/years-to-choose";
import type { DateWarning } from "~/domain/round/date-warnings";
import type { RoundDraft } from "~/domain/round/draft";
import { readyRound, type DraftProblem, type ReadyRound } from "~/domain/round/judge-draft";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { findVersion } from "~db/queries/versions";
import {
  groundOf,
  loadChoices,
  schoolsOf,
  warningsOf,
  type SchoolToChoose,
  type VersionChoice,
} from "./draft-ground.server";
import { loadDraft, loadManager } from "./drafts.server";
import { roundReaders } from "./round-people.server";

/** One question of a draft, with what can be chosen. */
export type DraftView = {
  organisation: OrganisationView;
  draftId: string;
  version: number;
  draft: RoundDraft;
  versions: VersionChoice[];
  schools: SchoolToChoose[];
  groups: { id: string; name: string }[];
  organisations: { id: string; name: string }[];
  years: YearChoice[];
  warnings: DateWarning[];
};

type Asked = { key: string; draftId: string };

/** A draft with everything that it is chosen from. Throws `not-found` or `forbidden`. */
export async function viewDraft(app: App, actor: Actor, asked: Asked): Promise<DraftView> {
  const loaded = await loadManager(app, actor, asked.key);
  const { organisation, view, today } = loaded;
  const kept = await loadDraft(app, { organisationId: organisation.id, draftId: asked.draftId });
  const choices = await loadChoices(app, loaded);
  const { versions, schools, groups, organisations, calendar } = choices;
  return {
    ...{ organisation: view, draftId: kept.id, version: kept.version, draft: kept.draft },
    ...{ versions, schools, groups, organisations },
    years: yearsToChoose(calendar, today),
    warnings: await warningsOf(app, kept.draft, choices),
  };
}

/** The whole of a draft before it is opened. */
export type CheckView = {
  organisation: OrganisationView;
  draftId: string;
  version: number;
  draft: RoundDraft;
  /** Null while something is to be put right. */
  ready: ReadyRound | null;
  problems: DraftProblem[];
  warnings: DateWarning[];
  questionnaire: { title: string; number: number } | null;
  sections: { key: string; title: string }[];
  sharedWith: string[];
  /** Schools chosen; those nobody works in yet, whom no mail reaches, by name. */
  schools: number;
  reached: number;
  nobody: { urn: string; name: string; district: string }[];
};

/** Everything that a draft says, with what its opening will do. Throws `not-found` or `forbidden`. */
export async function viewCheck(app: App, actor: Actor, asked: Asked): Promise<CheckView> {
  const loaded = await loadManager(app, actor, asked.key);
  const { organisation, view, today } = loaded;
  const kept = await loadDraft(app, { organisationId: organisation.id, draftId: asked.draftId });
  const { draft } = kept;
  const choices = await loadChoices(app, loaded);
  const version = choices.versions.find(({ versionId }) => versionId === draft.versionId);
  const judged = readyRound(draft, groundOf(draft, choices, today));
  const schools = schoolsOf(draft, choices);
  const nobody = await schoolsOfNobody(app, { schools, versionId: draft.versionId, today });
  const keys = judged.ok ? judged.value.sections : null;
  return {
    ...{ organisation: view, draftId: kept.id, version: kept.version, draft },
    ready: judged.ok ? judged.value : null,
    problems: judged.ok ? [] : judged.problem,
    warnings: await warningsOf(app, draft, choices),
    questionnaire: version === undefined ? null : { title: version.title, number: version.number },
    sections: (version?.sections ?? []).filter(({ key }) => keys?.includes(key) ?? false),
    sharedWith: choices.organisations
      .filter(({ id }) => draft.sharedWith.includes(id))
      .map(({ name }) => name),
    schools: schools.length,
    reached: schools.length - nobody.length,
    nobody: nobody.map(({ urn, name, district }) => ({ urn, name, district })),
  };
}

type OfNobody = { schools: readonly SchoolToChoose[]; versionId: string; today: string };

/** Schools without a head or coordinator whom the round could be told to. */
async function schoolsOfNobody(
  app: App,
  { schools, versionId, today }: OfNobody,
): Promise<SchoolToChoose[]> {
  const version = await findVersion(app.db.read, { versionId });
  const questionnaireKey = version?.questionnaireKey ?? "";
  const schoolIds = schools.map(({ id }) => id);
  const readers = await roundReaders(app, { schoolIds, questionnaireKey, today });
  return schools.filter(({ id }) => !readers.has(id));
}
