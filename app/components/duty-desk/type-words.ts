import type { SchoolType } from "~/domain/questionnaire/definition";

export const TYPE_WORDS: Record<SchoolType, string> = {
  maintained: "Maintained schools",
  academy: "Academies",
  independent: "Independent schools",
  special: "Special schools",
  pru: "Pupil referral units",
  nursery: "Maintained nurseries",
};

/** "for academies and special schools"; empty for every type. */
export function typesWords(types: readonly SchoolType[]): string {
  if (types.length === 0) return "";
  return `for ${types.map((type) => TYPE_WORDS[type].toLowerCase()).join(" and ")}`;
}
