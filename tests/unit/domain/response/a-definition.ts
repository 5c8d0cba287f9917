import { DefinitionSchema, type Definition } from "~/domain/questionnaire/definition";
import { EMPTY_ANSWER, type Answer, type AnswerContent } from "~/domain/response/answer";

const level = (code: string, name: string, asks: string | null = null) => ({
  code,
  name,
  meaning: name,
  shortcut: code,
  steps: Number(code) || 0,
  mark: "steps",
  counts: code !== "N",
  asks,
});

const item = (key: string, more: object = {}) => ({
  key,
  short: `Short ${key}`,
  statement: `Statement ${key}.`,
  evidence: "A plan",
  ...more,
});

/** A small questionnaire: two sections of two statements, a limited scale in B, three fields and one share. */
export function aDefinition(settings: Partial<Definition["settings"]> = {}): Definition {
  return DefinitionSchema.parse({
    schemaVersion: 1,
    key: "small",
    title: "Small Questionnaire",
    code: "SQ",
    sourceNote: "Ours",
    introduction: "Read this",
    scale: {
      key: "small",
      title: "Where are we?",
      levels: [
        level("1", "Starting"),
        level("2", "Developing"),
        level("3", "Established"),
        level("4", "Sharing", "What changed for pupils?"),
        level("N", "Does not apply to us", "Why does it not apply to you?"),
      ],
    },
    settings: { sectionSummary: true, askDuties: true, needed: "all", ...settings },
    fields: [
      { key: "staff", label: "Staff employed", kind: "count", required: true },
      { key: "trained", label: "Staff trained", kind: "count" },
      { key: "policyDate", label: "Policy approved", kind: "date" },
      { key: "leadEmail", label: "Lead's work e-mail", kind: "email" },
      { key: "leadName", label: "Lead's name", kind: "text" },
    ],
    derived: [
      {
        key: "training",
        label: "Staff trained",
        part: "trained",
        whole: "staff",
        threshold: "training",
      },
    ],
    sections: [
      {
        key: "A",
        title: "First",
        items: [item("A1", { starter: true, entry: true }), item("A2", { phases: ["S"] })],
      },
      { key: "B", title: "Second", levels: ["1", "2"], items: [item("B1"), item("B2")] },
    ],
    changeNotes: "First version",
  });
}

export function anAnswer(key: string, content: Partial<AnswerContent> = {}, revision = 1): Answer {
  return {
    ...EMPTY_ANSWER,
    ...content,
    key,
    revision,
    updatedAt: new Date("2026-11-20T10:00:00Z"),
    updatedBy: { id: "tom", name: "Tom Okafor" },
  };
}
