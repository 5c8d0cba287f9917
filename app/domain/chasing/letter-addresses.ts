import type { ContactRole } from "./contact-kinds";
import { inCharge, type InSchool } from "./who-to-ring";

/** Somebody in a school who may be written to. */
export type Addressee = InSchool & { userId: string; email: string };

/** Where a letter goes. `instead`: to the office, as a person's address no longer works or nobody has joined. */
export type Address = {
  userId: string | null;
  name: string;
  email: string;
  withWhom: ContactRole;
  instead: boolean;
};

type School = { officeEmail: string | null; people: readonly Addressee[] };

/**
 * Where a letter to a school goes: to each head and coordinator whose address works, and to the office in place of
 * those whose does not, or where nobody has joined. Empty where no address is known or works.
 */
export function letterAddresses(
  { officeEmail, people }: School,
  cameBack: ReadonlySet<string>,
): Address[] {
  const all = [...new Map(inCharge(people).map((one) => [one.userId, one])).values()];
  const working = all.filter(({ email }) => !cameBack.has(email));
  const addresses = working.map(({ userId, name, email, role }): Address => ({
    ...{ userId, name, email, instead: false },
    withWhom: role === "head" ? "head" : "coordinator",
  }));
  const isWhole = all.length > 0 && working.length === all.length;
  if (isWhole || officeEmail === null || cameBack.has(officeEmail)) return addresses;
  const office: Address = {
    ...{ userId: null, name: "", email: officeEmail, withWhom: "office", instead: true },
  };
  return [...addresses, office];
}
