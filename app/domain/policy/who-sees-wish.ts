import { sightOf, type Audience } from "./specimens";

type Facts = {
  /** Who runs the round; null: private to the school. */
  organisation: string | null;
  /** Names of the organisations the round is shared with. */
  sharedWith: readonly string[];
};

/**
 * Who sees that a school would like help with a statement, and when: those who read a signed copy and not a draft, as
 * the policy answers. One or two sentences under the wish itself.
 */
export function whoSeesWish({ organisation, sharedWith }: Facts): string {
  const later = organisation === null ? [] : readers(organisation, sharedWith);
  if (later.length === 0) return "Only your school sees this.";
  return `Only your school sees this now. ${joined(later)} will see it when you have signed.`;
}

function readers(organisation: string, sharedWith: readonly string[]): string[] {
  const names = (audience: Audience, told: readonly string[]) =>
    sightOf(audience, "draft") !== "reads" && sightOf(audience, "signed-copy") === "reads"
      ? told
      : [];
  return [
    ...names("officer", [`officers of ${organisation}`]),
    ...names(
      "shared",
      sharedWith.map((name) => `officers of ${name}`),
    ),
    ...names("governor", ["your governors"]),
  ];
}

function joined(names: readonly string[]): string {
  const [first = "", ...rest] = names;
  const last = rest.pop();
  const list = last === undefined ? first : `${[first, ...rest].join(", ")} and ${last}`;
  return list.charAt(0).toUpperCase() + list.slice(1);
}
