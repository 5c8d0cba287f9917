import { namesProblems, type AskingNames, type NamesProblem } from "./asked-names";
import { checkViews } from "./combine";
import type { Finding } from "./draft-record";
import { checkFindings, checkText, recordLimits, type FieldProblem } from "./record-limits";

export type RecordProblem =
  | FieldProblem
  | NamesProblem
  | { field: string; code: "reason-missing" | "help-missing" | "key-missing" | "empty" };

/** What is written of a record: findings, up to three suggestions and two lines of practice, by place. */
export type WrittenRecord = {
  whatWeDid: string;
  findings: readonly Finding[];
  suggestions: readonly { place: number; key: string; text: string; whoMightHelp: string }[];
  practices: readonly { place: number; key: string; text: string }[];
  /** Keys that a suggestion or practice may name. */
  focus: readonly string[];
};

/** What keeps a record from going to the school, by the names of its boxes: `C3.saw`, `s1.help`. */
export function checkRecord(written: WrittenRecord): RecordProblem[] {
  const { whatWeDid, findings } = written;
  const limits = recordLimits(findings.length);
  const views = new Map(findings.map(({ key, view, reason }) => [key, { view, reason }]));
  const reasons = checkViews(views).filter(({ code }) => code === "reason-missing");
  return [
    ...(whatWeDid.trim() === "" ? [{ field: "whatWeDid", code: "empty" as const }] : []),
    ...checkText("whatWeDid", whatWeDid, limits.whatWeDid),
    ...reasons.map(({ key }) => ({ field: `${key}.reason`, code: "reason-missing" as const })),
    ...checkFindings(findings),
    ...checkSuggestions(written),
    ...checkPractices(written),
  ];
}

function checkSuggestions({ suggestions, findings, focus }: WrittenRecord): RecordProblem[] {
  const limits = recordLimits(findings.length);
  return suggestions.flatMap(({ place, key, text, whoMightHelp }): RecordProblem[] => {
    const empty = text.trim() === "";
    if (empty && whoMightHelp.trim() === "") return [];
    return [
      ...(empty ? [{ field: `s${place}.text`, code: "empty" as const }] : []),
      ...(whoMightHelp.trim() === ""
        ? [{ field: `s${place}.help`, code: "help-missing" as const }]
        : []),
      ...(focus.includes(key) ? [] : [{ field: `s${place}.key`, code: "key-missing" as const }]),
      ...checkText(`s${place}.text`, text, limits.suggestion),
      ...checkText(`s${place}.help`, whoMightHelp, limits.whoMightHelp),
    ];
  });
}

function checkPractices({ practices, findings, focus }: WrittenRecord): RecordProblem[] {
  const limits = recordLimits(findings.length);
  return practices.flatMap(({ place, key, text }): RecordProblem[] => {
    if (text.trim() === "") return [];
    return [
      ...(focus.includes(key) ? [] : [{ field: `p${place}.key`, code: "key-missing" as const }]),
      ...checkText(`p${place}.text`, text, limits.practice),
    ];
  });
}

/** Boxes of a record where an adult or a school is named, as they ask for one. */
const NAMED = /^(thirdPerson|consent\..*|s\d\.help)$/;
/** Boxes in which something is chosen. */
const CHOSEN = /\.(key|view)$/;

/** Asks about words that may name a child in the boxes that change, but for those with another problem. */
export function namesInRecord(
  write: Readonly<Record<string, string>>,
  { problems, ...asking }: AskingNames & { problems: readonly RecordProblem[] },
): NamesProblem[] {
  const texts = Object.entries(write).filter(
    ([field]) =>
      !NAMED.test(field) && !CHOSEN.test(field) && !problems.some((one) => one.field === field),
  );
  return namesProblems(Object.fromEntries(texts), asking);
}
