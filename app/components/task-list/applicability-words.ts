import type { Phase, SchoolType } from "~/domain/questionnaire/definition";

export const PHASE_WORDS: Record<Phase, string> = {
  EY: "Early years",
  P: "Primary",
  S: "Secondary",
  "16": "Sixth form",
  SP: "Special",
  AP: "Alternative provision",
};

export const TYPE_WORDS: Record<SchoolType, string> = {
  maintained: "Maintained by the local authority",
  academy: "Academy or free school",
  independent: "Independent school",
  special: "Special school",
  pru: "Pupil referral unit or alternative provision",
  nursery: "Nursery school",
};
