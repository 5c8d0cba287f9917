import { createHash } from "node:crypto";
import { ownershipSentence } from "~/domain/visit/ownership-words";
import { PLAN_LIMITS } from "~/domain/visit/plan-fields";
import { RECORD_DECLARATIONS } from "~/domain/visit/record-declarations";
import { MOST_SUGGESTIONS, MOST_PRACTICES, recordLimits } from "~/domain/visit/record-limits";
import { canonicalRecord, type RecordSnapshot } from "~/domain/visit/record-snapshot";
import type { PrintedRecordSignature, RecordInput } from "~/pdf/visit-record/record-input";
import { TOOLKIT_LEVELS } from "./a-snapshot";

/** The record of look/20: four statements, everything said on the day. */
export function aRecordSnapshot(over: Partial<RecordSnapshot> = {}): RecordSnapshot {
  return {
    schemaVersion: 1,
    kind: "visit-record",
    reference: "VR27-900412-1-M4TX",
    demonstration: true,
    questionnaire: {
      key: "inclusion-toolkit",
      title: "Inclusion Toolkit",
      sha256: "ab".repeat(32),
    },
    roundTitle: "Inclusion Toolkit 2026 to 2027",
    organisation: "Wealdshire Council",
    school: { urn: "900412", name: "Marsh Lane Primary School", phase: "Primary" },
    visitOn: "2027-02-04",
    hosts: [
      { name: "Margaret Ellis", title: "headteacher" },
      { name: "Priya Nair", title: "SENCO" },
    ],
    reviewers: [
      { name: "Ruth Adeyemi", post: "headteacher", homeSchool: "Quarry Hill Academy", lead: true },
      { name: "Łukasz Nowak", post: "SENCO", homeSchool: "St Brannoc’s CE Primary", lead: false },
    ],
    moderates: { reference: "IT26-900412-1-7KQD", number: 1, sha256: "cd".repeat(32) },
    levels: TOOLKIT_LEVELS,
    focusReason:
      "Reviews slipped in Year 6 last year. We want to know whether the new pattern holds.",
    context: "A school of two forms beside the marsh; fewer than 5 joined this term.",
    activities: [{ kind: "lesson", title: "Lesson", withWhom: "class teacher", minutes: 45 }],
    whatWeDid:
      "A meeting with the head and SENCO; a learning walk; a Year 4 lesson; six plans read.",
    findings: [
      {
        key: "C3",
        kind: "statement",
        title: "Assess, plan, do, review",
        selfLevel: "2",
        view: "further-on",
        reason: "Full reviews in five of six plans read, across Years 2 to 6.",
        saw: "Five of six plans had three reviews with a parent’s own words.",
        worksWell: "Word mats and number lines are there for everyone, so nobody stands out.",
        wondered: "What happens on the days a teaching assistant is out?",
      },
      {
        key: "D2",
        kind: "statement",
        title: "Pupils help choose outcomes",
        selfLevel: "3",
        view: "about-there",
        reason: "",
        saw: "",
        worksWell: "Pupils lead part of their own review, from Year 2 up.",
        wondered: "",
      },
    ],
    suggestions: [
      { key: "C3", text: "A short cover sheet for plans.", whoMightHelp: "Quarry Hill Academy" },
    ],
    practices: [{ key: "D2", text: "Pupils lead their own review.", consent: true }],
    corrections: "",
    schoolWords: "We were glad of two pairs of eyes, and start with the cover sheet.",
    bothViews: null,
    ownership: { rule: "themes", sentence: ownershipSentence("themes", "Wealdshire Council") },
    visibility: [
      "The team of Marsh Lane Primary School: yes.",
      "Governors of the school: yes.",
      "The two reviewers of this visit: yes.",
      "Officers of Wealdshire Council: what works well, themes and help wanted, or as the school accepted.",
      "Other schools: no.",
    ],
    ...over,
  };
}

/** Words of so many signs, like those people write. */
export const wordsOf = (signs: number): string =>
  "Pupils lead a part of their own review and say what helps them to learn. "
    .repeat(Math.ceil(signs / 70) + 1)
    .slice(0, signs - 1)
    .trimEnd()
    .concat(".");

/** A record with every field as long as it may be. */
export function aFullRecord(focusCount: number, over: Partial<RecordSnapshot> = {}) {
  const limits = recordLimits(focusCount);
  const finding = (index: number): RecordSnapshot["findings"][number] => ({
    key: `C${index + 1}`,
    kind: index < 3 ? "section" : "statement",
    title: "Assessment and identification of every need",
    selfLevel: "2",
    view: index % 2 === 0 ? "further-on" : "not-there-yet",
    reason: wordsOf(limits.reason),
    saw: wordsOf(limits.finding),
    worksWell: wordsOf(limits.finding),
    wondered: wordsOf(limits.finding),
  });
  return aRecordSnapshot({
    focusReason: wordsOf(PLAN_LIMITS.focusReason),
    context: wordsOf(PLAN_LIMITS.context),
    whatWeDid: wordsOf(limits.whatWeDid),
    findings: Array.from({ length: focusCount }, (_, index) => finding(index)),
    suggestions: Array.from({ length: MOST_SUGGESTIONS }, () => ({
      key: "C1",
      text: wordsOf(limits.suggestion),
      whoMightHelp: wordsOf(limits.whoMightHelp),
    })),
    practices: Array.from({ length: MOST_PRACTICES }, () => ({
      key: "C1",
      text: wordsOf(limits.practice),
      consent: true,
    })),
    corrections: wordsOf(limits.corrections),
    schoolWords: wordsOf(limits.schoolWords),
    ...over,
  });
}

const SIGNED_AT = new Date("2027-02-18T15:26:00Z");

/** Everything a record is printed from, at a fixed moment. */
export function aRecord(over: Partial<RecordInput> = {}): RecordInput {
  const snapshot = over.snapshot ?? aRecordSnapshot();
  const snapshotText = canonicalRecord(snapshot);
  const sha256 = createHash("sha256").update(snapshotText).digest("hex");
  return {
    snapshot,
    snapshotText,
    sha256,
    signatures: recordSignatures(sha256),
    verifyAddress: "https://review.example/verify",
    madeAt: new Date("2027-02-18T15:30:10Z"),
    draft: null,
    removed: null,
    ...over,
  };
}

export const recordSignatures = (sha256: string): PrintedRecordSignature[] =>
  (
    [
      ["second-reviewer", "Łukasz Nowak", "second reviewer"],
      ["lead-reviewer", "Ruth Adeyemi", "lead reviewer"],
      ["head", "Margaret Ellis", "headteacher"],
    ] as const
  ).map(([kind, name, title]) => ({
    kind,
    name,
    title,
    declaration: RECORD_DECLARATIONS[kind],
    sha256,
    standsFor: sha256,
    signedAt: SIGNED_AT,
  }));
