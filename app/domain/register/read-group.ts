import { ok, refused, type Result } from "~/domain/result";
import { GROUP_FACTS, type GroupFact } from "./group-kinds";

/** A group as a form or a spreadsheet's column says it. `rules` are "district:Thanet". */
export type TypedGroup = { name: string; urns: string; rules: readonly string[] };
export type GroupProblem = { field: "name" | "urns"; message: string };
export type ReadGroup = {
  name: string;
  schoolIds: string[];
  rules: { fact: GroupFact; value: string }[];
};

const NAME_MAX = 80;

/**
 * Reads a group: a name, URNs of schools the organisation covers, parted by anything, and districts or trusts whose
 * schools are in it by themselves. `covered` holds ids by URN.
 */
export function readGroup(
  typed: TypedGroup,
  covered: ReadonlyMap<string, string>,
): Result<ReadGroup, GroupProblem[]> {
  const problems: GroupProblem[] = [];
  const name = typed.name.normalize("NFC").replace(/\s+/g, " ").trim();
  if (name === "") problems.push({ field: "name", message: "Give the group a name" });
  if (name.length > NAME_MAX) {
    problems.push({ field: "name", message: `Give it a name of ${NAME_MAX} letters or fewer` });
  }
  const urns = [...new Set(typed.urns.split(/[^0-9A-Za-z]+/).filter((word) => word !== ""))];
  const unknown = urns.filter((urn) => !covered.has(urn) && !/^urn$/i.test(urn));
  if (unknown.length > 0) {
    const named = unknown.slice(0, 5).join(", ");
    const more = unknown.length > 5 ? ` and ${unknown.length - 5} more` : "";
    const message = `Take out what is no URN of a school you cover: ${named}${more}`;
    problems.push({ field: "urns", message });
  }
  if (problems.length > 0) return refused(problems);
  const schoolIds = urns.flatMap((urn) => covered.get(urn) ?? []);
  return ok({ name, schoolIds, rules: typed.rules.flatMap((rule) => readRule(rule) ?? []) });
}

function readRule(rule: string): { fact: GroupFact; value: string } | null {
  const [, word = "", value = ""] = /^(\w+):(.+)$/s.exec(rule) ?? [];
  const fact = GROUP_FACTS.find((one) => one === word);
  return fact === undefined ? null : { fact, value: value.slice(0, 200) };
}
