import { selfReview } from "~/domain/questionnaire/self-review";
import type { Duty } from "~/domain/questionnaire/duties";
import type { AnswerContent } from "~/domain/response/answer";
import { buildSnapshot, type SnapshotRequest } from "~/domain/submission/build-snapshot";
import type { Snapshot } from "~/domain/submission/snapshot";
import { aDefinition, anAnswer } from "../response/a-definition";

const legal: Duty = {
  id: "d1",
  itemKey: "A1",
  kind: "must",
  source: "An act, section 1",
  validFrom: null,
  validTo: null,
  types: [],
  checked: true,
};
const past: Duty = { ...legal, id: "d2", source: "An older act", validTo: "2020-01-01" };

export const ANSWERS: Record<string, Partial<AnswerContent>> = {
  A1: {
    level: "3",
    commentary: "Every class has one.",
    whereSeen: "Staff room",
    duty: "partly",
    dutyNote: "By Term 4.",
    toConfirm: true,
  },
  A2: { level: "4", commentary: "Not for this school" },
  B1: { level: "1", helpWanted: true },
  B2: { level: "2" },
  "section:A": { level: "3", commentary: "Walks and plans." },
  "section:B": { level: "1", commentary: "Minutes." },
  "field:staff": { value: "20" },
  "field:trained": { value: "17" },
};

type Given = { answers?: typeof ANSWERS; order?: readonly string[] } & Partial<SnapshotRequest>;

/** A signed copy of the small questionnaire, answered by a maintained primary school. */
export function aSnapshot({ answers = ANSWERS, order, ...request }: Given = {}): Snapshot {
  const applicability = { phases: ["P"], types: ["maintained"], sections: null } as const;
  const review = selfReview({
    definition: aDefinition(),
    applicability,
    duties: [legal, past],
    today: "2026-11-22",
    answers: (order ?? Object.keys(answers)).map((key) => anAnswer(key, answers[key])),
  });
  return buildSnapshot({
    reference: "SQ26-900412-1-7GPX",
    number: 1,
    demonstration: true,
    review,
    applicability,
    version: {
      number: 1,
      sha256: "ab".repeat(32),
      owner: "Kent County Council",
      ownerLabel: "Kent",
    },
    round: { title: "Small round", finalDeadline: "2027-01-22", rolling: false },
    school: {
      urn: "900412",
      name: "Marsh Lane Primary School",
      dfeNumber: "886/9412",
      localAuthority: "Kent",
      district: "Thanet",
      phase: "Primary",
      ages: "4 to 11",
      type: "Community school",
    },
    trainingThreshold: 85,
    actions: [
      { itemKey: "B1", title: "Train two more", leadRole: "SENCO", term: "2026-27 Term 4" },
    ],
    previous: null,
    visibility: ["Other schools do not see it."],
    ...request,
  });
}
