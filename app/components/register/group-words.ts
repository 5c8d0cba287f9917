import type { GroupFact, GroupKind } from "~/domain/register/group-kinds";

export const GROUP_WORDS: Record<GroupKind, { one: string; many: string }> = {
  district: { one: "District", many: "Districts" },
  area: { one: "Area", many: "Areas" },
  community: { one: "Community of Schools", many: "Communities of Schools" },
  trust: { one: "Trust", many: "Trusts" },
};

export const FACT_WORDS: Record<GroupFact, string> = {
  district: "District in the register",
  trust: "Trust in the register",
};
