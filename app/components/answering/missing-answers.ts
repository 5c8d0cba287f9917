import type { SectionView, StatementView } from "~/services/answering/views";
import { answerId, type AnswerPart } from "~/forms/answers";
import type { SummaryError } from "../form/error-summary";
import { wordsAsked } from "./levels/words-asked";

/** What a section lacks before it is complete, said in the summary and at the box. */
export type MissingAnswer = { key: string; part: AnswerPart; summary: string; field: string };

/** Everything "Save and complete" still asks for, in the order of the page. */
export function missingAnswers(view: SectionView): MissingAnswer[] {
  const statements = view.items.flatMap((item) => missingIn(item, view));
  return [...statements, ...missingSummary(view)];
}

function missingIn(item: StatementView, { levels }: SectionView): MissingAnswer[] {
  const { key, answer, asksDuty } = item;
  const at = (part: AnswerPart, say: string, field: string): MissingAnswer => ({
    key,
    part,
    summary: `${key}: ${say}`,
    field,
  });
  if (answer.level === null) return [at("level", "choose a level", "Choose a level")];
  const level = levels.find(({ code }) => code === answer.level);
  const missing: MissingAnswer[] = [];
  if (asksDuty && level?.counts !== false && answer.duty === null) {
    missing.push(at("duty", "answer the legal duty", "Choose Yes, Partly or No"));
  }
  for (const { box, question, written } of wordsAsked(answer, { asksDuty, levels })) {
    if (written) continue;
    missing.push(
      box === "dutyNote"
        ? at(box, "say which part is missing", "Say which part is missing, and by when")
        : at(box, `${level?.name ?? "this"} asks for words: ${question}`, question),
    );
  }
  if (answer.toConfirm) missing.push(at("toConfirm", "confirm it", "Take out the tick to confirm"));
  return missing;
}

function missingSummary({ section, summary }: SectionView): MissingAnswer[] {
  if (summary === null) return [];
  const { answerKey: key, answer } = summary;
  const missing: MissingAnswer[] = [];
  if (answer.level === null) {
    missing.push({
      key,
      part: "level",
      summary: `Section ${section.key}: choose a level for the section as a whole`,
      field: "Choose a level for the section as a whole",
    });
  }
  if (answer.commentary.trim() === "") {
    missing.push({
      key,
      part: "commentary",
      summary: `Section ${section.key}: write how you know`,
      field: "Write how you know, in a line or two",
    });
  }
  return missing;
}

export const missingError = ({ key, part, summary }: MissingAnswer): SummaryError => ({
  fieldId: answerId(key, part),
  text: summary,
});
