import type { Definition } from "~/domain/questionnaire/definition";
import { readFieldValue, type FieldProblem } from "~/domain/questionnaire/field-value";
import { findUpn } from "~/domain/people/upn";
import type { LikelyName } from "~/domain/people/names-guard";
import { newLikelyNames } from "~/domain/people/new-likely-names";
import { ok, refused, type Result } from "~/domain/result";
import {
  COMMENTARY_MAX,
  EMPTY_ANSWER,
  FIELD_MAX,
  WHERE_SEEN_MAX,
  type Answer,
  type AnswerContent,
} from "./answer";
import { findAnswerable, type Answerable } from "./answerable";
import { contentOf, sameContent, TEXT_PARTS, tidyContent, tidyText } from "./answer-content";
import type { ResponseState } from "./states";

/** Everything a save is decided on. `applies`: whether the statement applies to this school. */
export type SaveRequest = {
  definition: Definition;
  state: ResponseState;
  /** A private self-review has no round, and is open. */
  roundOpen: boolean;
  key: string;
  applies: boolean;
  /** The answer as it stands; null when never saved. */
  current: Answer | null;
  /** The save that the writer had before them; 0 for none. */
  baseRevision: number;
  content: AnswerContent;
  /** The writer has said that the words asked about name no child. */
  namesConfirmed: boolean;
};

/** `changed` false: what was sent is what stands, and nothing is written. */
export type SaveDecision = {
  content: AnswerContent;
  revision: number;
  changed: boolean;
  /** The first change of a response moves it on (lifecycle.ts). */
  event: "firstSave" | null;
};

type TextPart = (typeof TEXT_PARTS)[number];

/** Why a save is refused. Each carries `content`, as it was sent, so that nothing typed is lost. */
export type SaveProblem = { content: AnswerContent } & (
  | { code: "not-editable"; state: ResponseState }
  | { code: "round-closed" }
  | { code: "unknown-key" }
  | { code: "does-not-apply" }
  | { code: "wrong-option"; part: "level" | "duty" }
  | { code: "too-long"; part: TextPart; max: number; length: number }
  | { code: "wrong-value"; problem: FieldProblem }
  | { code: "upn"; part: TextPart; words: readonly string[] }
  | { code: "names"; part: TextPart; names: readonly LikelyName[] }
  | { code: "conflict"; theirs: Answer }
);

type Found = { problem: WithoutContent<SaveProblem> } | null;
type WithoutContent<P> = P extends unknown ? Omit<P, "content"> : never;

const TEXT_MAX: Record<TextPart, number> = {
  commentary: COMMENTARY_MAX,
  whereSeen: WHERE_SEEN_MAX,
  dutyNote: COMMENTARY_MAX,
  value: FIELD_MAX,
};

/**
 * Whether a save holds, and what it writes (design.md decisions 4 and 11). One answer is one unit: when
 * somebody saved it since, both texts are shown, whichever parts differ; sending what already stands is no
 * conflict. Words that look like a child's name are asked about once, only where they are new.
 */
export function decideSave(request: SaveRequest): Result<SaveDecision, SaveProblem> {
  const refusal = (problem: WithoutContent<SaveProblem>): { ok: false; problem: SaveProblem } =>
    refused({ ...problem, content: request.content });
  const answerable = findAnswerable(request.definition, request.key);
  if (answerable === null) return refusal({ code: "unknown-key" });
  const blocked = notEditable(request);
  if (blocked) return refusal(blocked.problem);
  const content = tidyContent(answerable.kind, request.content);
  const wrong = wrongContent(request, { answerable, content });
  if (wrong) return refusal(wrong.problem);
  const kept = withFieldValue(answerable, content);
  if (!kept.ok) return refusal({ code: "wrong-value", problem: kept.problem });
  const { current } = request;
  if (current !== null && isConflict(request, { current, content: kept.value })) {
    return refusal({ code: "conflict", theirs: current });
  }
  return ok(decision(request, kept.value));
}

function notEditable({ state, roundOpen, applies }: SaveRequest): Found {
  if (state !== "not-started" && state !== "in-progress") {
    return { problem: { code: "not-editable", state } };
  }
  if (!roundOpen) return { problem: { code: "round-closed" } };
  return applies ? null : { problem: { code: "does-not-apply" } };
}

type Candidate = { answerable: Answerable; content: AnswerContent };

function wrongContent(request: SaveRequest, candidate: Candidate): Found {
  return (
    wrongOption(request.definition, candidate) ??
    tooLong(candidate.content) ??
    holdsUpn(candidate.content) ??
    mayNameChild(request, candidate)
  );
}

function wrongOption(definition: Definition, { answerable, content }: Candidate): Found {
  if (answerable.kind === "field") return null;
  const isLevel =
    content.level === null || answerable.levels.some((level) => level.code === content.level);
  if (!isLevel) return { problem: { code: "wrong-option", part: "level" } };
  const isDutyAsked = definition.settings.askDuties || content.duty === null;
  return isDutyAsked ? null : { problem: { code: "wrong-option", part: "duty" } };
}

function tooLong(content: AnswerContent): Found {
  const part = TEXT_PARTS.find((candidate) => content[candidate].length > TEXT_MAX[candidate]);
  if (part === undefined) return null;
  const { length } = content[part];
  return { problem: { code: "too-long", part, max: TEXT_MAX[part], length } };
}

function holdsUpn(content: AnswerContent): Found {
  for (const part of TEXT_PARTS) {
    const words = findUpn(content[part]);
    if (words.length > 0) return { problem: { code: "upn", part, words } };
  }
  return null;
}

/** Fields ask for staff by name and work address, so only statements and section words are asked about. */
function mayNameChild(request: SaveRequest, { answerable, content }: Candidate): Found {
  if (request.namesConfirmed || answerable.kind === "field") return null;
  const before = contentOf(request.current ?? EMPTY_ANSWER);
  for (const part of TEXT_PARTS) {
    const names = newLikelyNames(content[part], { before: tidyText(before[part]) });
    if (names.length > 0) return { problem: { code: "names", part, names } };
  }
  return null;
}

function withFieldValue(
  answerable: Answerable,
  content: AnswerContent,
): Result<AnswerContent, FieldProblem> {
  if (answerable.kind !== "field") return ok(content);
  const value = readFieldValue(answerable.field, content.value);
  return value.ok ? ok({ ...content, value: value.value }) : value;
}

type Against = { current: Answer; content: AnswerContent };

function isConflict({ baseRevision }: SaveRequest, { current, content }: Against): boolean {
  return baseRevision !== current.revision && !sameContent(contentOf(current), content);
}

function decision({ current, state }: SaveRequest, content: AnswerContent): SaveDecision {
  const revision = current?.revision ?? 0;
  const changed = !sameContent(current ?? EMPTY_ANSWER, content);
  if (!changed) return { content, revision, changed, event: null };
  const event = state === "not-started" ? "firstSave" : null;
  return { content, revision: revision + 1, changed, event };
}
