import type { OrganisationKind } from "./organisation";

/** Whom people write to or ring: a person or a team of an organisation. */
export type Contact = {
  organisation: string;
  name: string;
  email: string;
  telephone: string | null;
};

/** The council first, then the trust: a school asks them before it asks the NHS. */
const FIRST: readonly OrganisationKind[] = ["authority", "trust", "health"];

/** Of the organisations that cover a school, the one whose contact it is given; undefined where none does. */
export function mainContact<T extends { kind: OrganisationKind }>(
  covering: readonly T[],
): T | undefined {
  return FIRST.flatMap((kind) => covering.filter((one) => one.kind === kind))[0];
}

/** "Hannah Osei at Wealdshire Council, hannah.osei@wealdshire.example, 01632 960127". */
export function contactWords({ organisation, name, email, telephone }: Contact): string {
  const reach = [email, ...(telephone === null ? [] : [telephone])].join(", ");
  return `${name} at ${organisation}, ${reach}`;
}
