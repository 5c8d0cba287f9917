import {
  EMPTY_DRAFT,
  nextStep,
  RoundDraftSchema,
  type DraftStep,
  type RoundDraft,
} from "~/domain/round/draft";
import { judgeStep, type DraftProblem } from "~/domain/round/judge-draft";
import type { Actor } from "~/domain/policy/actor";
import { academicYear } from "~/domain/calendar/working-days";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
} from "~/services/returns/load-organisation.server";
import {
  deleteRoundDraft,
  findRoundDraft,
  insertRoundDraft,
  updateRoundDraft,
} from "~db/queries/round-drafts";
import { groundOf, loadChoices, type Choices } from "./draft-ground.server";

/** A draft as it is kept. */
export type KeptDraft = { id: string; version: number; draft: RoundDraft };

/** The organisation, for somebody who opens its rounds. Throws `not-found` or `forbidden`. */
export const loadManager = (app: App, actor: Actor, key: string): Promise<LoadedOrganisation> =>
  loadOrganisation(app, actor, { key, action: "round.manage" });

/** Begins a round with what most rounds begin with. Gives the draft's id. */
export async function startDraft(app: App, actor: Actor, key: string): Promise<string> {
  const { organisation, today } = await loadManager(app, actor, key);
  const id = app.newId();
  const at = app.clock.now();
  const draft: RoundDraft = {
    ...EMPTY_DRAFT,
    ...{ kind: organisation.kind === "health" ? "rolling" : "deadlines", ask: "whole" },
    ...{ year: academicYear(today), validityMonths: "12" },
    ...{ governorSigns: "no", visitOwnership: "themes", viewsFirst: "yes" },
  };
  const row = { id, organisationId: organisation.id, content: JSON.stringify(draft), version: 1 };
  await app.db.transact((tx) => insertRoundDraft(tx, { ...row, createdAt: at, updatedAt: at }));
  return id;
}

/** A draft of the organisation, as kept. Throws `not-found`. */
export async function loadDraft(
  app: Pick<App, "db">,
  scope: { organisationId: string; draftId: string },
): Promise<KeptDraft> {
  const row = await findRoundDraft(app.db.read, scope);
  if (row === undefined) throw new AppError("not-found");
  const draft = RoundDraftSchema.parse(JSON.parse(row.content));
  return { id: row.id, version: row.version, draft };
}

/** `conflict`: somebody else changed the draft; saving again from its `version` keeps what was typed here. */
export type SaveRefusal =
  | { kind: "problems"; problems: DraftProblem[]; version: number }
  | { kind: "conflict"; version: number };

type Saved = {
  key: string;
  draftId: string;
  version: number;
  step: DraftStep;
  /** The answers to this question, as typed. */
  typed: Partial<RoundDraft>;
};

/**
 * Keeps the answers to one question as they were typed, right or not, and says what is to be put right, else which
 * question comes next (null: the check). Throws `not-found` or `forbidden`.
 */
export async function saveStep(
  app: App,
  actor: Actor,
  { key, draftId, version, step, typed }: Saved,
): Promise<Result<DraftStep | null, SaveRefusal>> {
  const loaded = await loadManager(app, actor, key);
  const kept = await loadDraft(app, { organisationId: loaded.organisation.id, draftId });
  const choices = await loadChoices(app, loaded);
  const draft = withTitle({ ...kept.draft, ...typed }, choices);
  const at = app.clock.now();
  const content = JSON.stringify(draft);
  const isKept = await app.db.transact((tx) =>
    updateRoundDraft(tx, { draftId, version, content, at }),
  );
  if (!isKept) return refused({ kind: "conflict", version: kept.version });
  const problems = judgeStep(step, draft, groundOf(draft, choices, loaded.today));
  if (problems.length > 0) return refused({ kind: "problems", problems, version: version + 1 });
  return ok(nextStep(step));
}

/** A round without a title is called as its questionnaire and year are. */
function withTitle(draft: RoundDraft, choices: Choices): RoundDraft {
  const version = choices.versions.find(({ versionId }) => versionId === draft.versionId);
  if (draft.title.trim() !== "" || version === undefined) return draft;
  const first = Number(draft.year.slice(0, 4));
  const years = draft.kind === "rolling" ? "" : ` ${first} to ${first + 1}`;
  return { ...draft, title: `${version.title}${years}` };
}

/** Takes a draft away. Throws `not-found`, `forbidden`, or `conflict` when it changed in the meantime. */
export async function discardDraft(
  app: App,
  actor: Actor,
  { key, draftId, version }: { key: string; draftId: string; version: number },
): Promise<void> {
  const { organisation } = await loadManager(app, actor, key);
  await loadDraft(app, { organisationId: organisation.id, draftId });
  const isGone = await app.db.transact((tx) => deleteRoundDraft(tx, { draftId, version }));
  if (!isGone) throw new AppError("conflict");
}
