import type { GroupFact, GroupKind } from "../../app/domain/register/group-kinds";

/** A group of Kent's schools. Areas are sets of districts; the community is invented. */
export type DemoGroup = {
  kind: GroupKind;
  name: string;
  rules: { fact: GroupFact; value: string }[];
  /** URNs put in by hand. */
  urns: string[];
};

/** The four areas Kent's education service works in (domain.md 2.5). Boundaries change: they are data. */
const AREAS: Record<string, readonly string[]> = {
  "North Kent": ["Dartford", "Gravesham", "Sevenoaks"],
  "South Kent": ["Ashford", "Dover", "Folkestone and Hythe"],
  "East Kent": ["Canterbury", "Swale", "Thanet"],
  "West Kent": ["Maidstone", "Tonbridge and Malling", "Tunbridge Wells"],
};

const inDistricts = (districts: readonly string[]) =>
  districts.map((value) => ({ fact: "district" as const, value }));

/** `trustUrns`: schools of the invented trust. */
export function demoGroups(trustUrns: readonly string[]): DemoGroup[] {
  const areas = Object.entries(AREAS).map(([name, districts]): DemoGroup => {
    return { kind: "area", name, rules: inDistricts(districts), urns: [] };
  });
  const districts = Object.values(AREAS)
    .flat()
    .map((name): DemoGroup => ({ kind: "district", name, rules: inDistricts([name]), urns: [] }));
  return [
    ...areas,
    ...districts,
    { kind: "trust", name: "Samphire Learning Trust", rules: [], urns: [...trustUrns] },
    {
      kind: "community",
      name: "Thanet Community of Schools (invented)",
      rules: inDistricts(["Thanet"]),
      urns: [],
    },
  ];
}
