import type { Applicability, AppliedSection } from "~/domain/questionnaire/applicability";
import type { Item } from "~/domain/questionnaire/definition";
import { asksSummary } from "~/domain/questionnaire/progress";
import {
  answerTo,
  chosenLevel,
  dutiesOn,
  needsDutyAnswer,
  summaryOf,
  type SelfReview,
} from "~/domain/questionnaire/self-review";
import { derivedShares } from "~/domain/questionnaire/shares";
import { fieldKey } from "~/domain/response/answer";
import { compareSnapshots } from "./compare-snapshots";
import { SnapshotSchema, type Snapshot, type SnapshotItem, type SnapshotSection } from "./snapshot";

/** Everything a signed copy is made of. Days are "YYYY-MM-DD". */
export type SnapshotRequest = {
  reference: string;
  /** Signed copy 1, 2 … */
  number: number;
  demonstration: boolean;
  /** The answers with the duties in force at signing. */
  review: SelfReview;
  applicability: Applicability;
  version: { number: number; sha256: string; owner: string; ownerLabel: string };
  round: Snapshot["round"];
  school: Snapshot["school"];
  /** The training share the round or organisation asks for, in percent; null for none. */
  trainingThreshold: number | null;
  actions: Snapshot["actions"];
  /** The signed copy before this one, and how to name it: "16 December 2025". */
  previous: { since: string; snapshot: Snapshot } | null;
  /** From `whoMaySee("signed-copy", …)`. */
  visibility: readonly string[];
};

/**
 * The frozen copy of what a head signs (design.md section 4): the wording shown, the answers that apply, duties
 * in force, shares worked out, actions, changes since the last copy and who may see it. It holds nothing that
 * stays inside the school, and does not depend on the order of answers. Throws when it does not fit
 * `SnapshotSchema`: a fault of the program.
 */
export function buildSnapshot(request: SnapshotRequest): Snapshot {
  const snapshot = SnapshotSchema.parse({
    schemaVersion: 1,
    reference: request.reference,
    number: request.number,
    demonstration: request.demonstration,
    questionnaire: questionnaireOf(request),
    levels: request.review.definition.scale.levels,
    round: request.round,
    school: request.school,
    applicability: {
      phases: [...request.applicability.phases],
      types: [...request.applicability.types],
    },
    sections: request.review.sections.map((applied) => sectionOf(request.review, applied)),
    fields: fieldsOf(request.review),
    derived: derivedOf(request),
    actions: request.actions,
    changes: null,
    visibility: [...request.visibility],
  });
  return { ...snapshot, changes: changesOf(request, snapshot) };
}

function questionnaireOf({ review, version }: SnapshotRequest): Snapshot["questionnaire"] {
  const { key, title, sourceNote, settings } = review.definition;
  return {
    key,
    title,
    sourceNote,
    version: version.number,
    sha256: version.sha256,
    owner: version.owner,
    ownerLabel: version.ownerLabel,
    sectionSummary: settings.sectionSummary,
    needed: settings.needed,
  };
}

function sectionOf(review: SelfReview, applied: AppliedSection): SnapshotSection {
  const { key, title, part } = applied.section;
  const summary = asksSummary(review, applied) ? summaryOf(review, applied.section) : null;
  return {
    key,
    title,
    part,
    headline: summary?.level ?? null,
    commentary: summary?.commentary ?? "",
    items: applied.items.map((item) => itemOf(review, applied, item)),
  };
}

function itemOf(review: SelfReview, { section }: AppliedSection, item: Item): SnapshotItem {
  const { commentary, whereSeen, duty, dutyNote, helpWanted } = answerTo(review, item.key);
  const isAsked = needsDutyAnswer(review, section, item);
  return {
    key: item.key,
    short: item.short,
    statement: item.statement,
    level: chosenLevel(review, section, item)?.code ?? null,
    commentary,
    whereSeen,
    duties: dutiesOn(review, item).map(({ kind, source, checked }) => ({ kind, source, checked })),
    duty: isAsked ? duty : null,
    dutyNote: isAsked ? dutyNote : "",
    helpWanted,
    entry: item.entry,
    starter: item.starter,
  };
}

function fieldsOf(review: SelfReview): Snapshot["fields"] {
  return review.definition.fields.map(({ key, label, kind }) => ({
    key,
    label,
    kind,
    value: answerTo(review, fieldKey(key)).value,
  }));
}

function derivedOf({ review, trainingThreshold }: SnapshotRequest): Snapshot["derived"] {
  const shares = derivedShares(review.definition, review.answers, { training: trainingThreshold });
  return shares.map(({ key, label, part, whole, percent, threshold }) => ({
    key,
    label,
    part,
    whole,
    percent,
    threshold,
  }));
}

function changesOf({ previous }: SnapshotRequest, snapshot: Snapshot): Snapshot["changes"] {
  if (previous === null) return null;
  const comparison = compareSnapshots(previous.snapshot, snapshot);
  return comparison && { since: previous.since, ...comparison };
}
