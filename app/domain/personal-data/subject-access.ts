/** One value of the copy. A moment stays one, so that each form of the copy writes it its own way. */
export type Cell = string | number | boolean | Date | null;

/** One kind of thing held about a person. `columns` name the keys of each row, in the order shown. */
export type DataSection = {
  key: string;
  title: string;
  /** Why something stands here or does not. */
  note?: string;
  columns: readonly (readonly [key: string, label: string])[];
  rows: readonly Readonly<Record<string, Cell>>[];
};

/**
 * How the copy reaches the person: taken by themselves after they proved who they are, or handed over by a manager
 * of an organisation they asked in writing.
 */
export type CopyWay = "own" | "manager";

/** A copy of everything held about one person (UK GDPR article 15). */
export type PersonalData = {
  madeAt: Date;
  person: { name: string; email: string };
  way: CopyWay;
  sections: readonly DataSection[];
};

/** Said on the page and in the copy: what it holds, and what it does not. */
export const COPY_RULES: Record<CopyWay, readonly string[]> = {
  own: [
    "Everything held about you is in it: your account, roles, sessions, mails, invitations, signatures, what you did and the answers you wrote.",
    "Nobody else’s data is in it. Where somebody else did something to your account, it says what and when, not who.",
    "What you wrote is in it where you may still read it today. Of a school you have left, it says what you did and when: the words are the school’s.",
  ],
  manager: [
    "What is held about this person is in it: account, roles, sessions, mails, invitations, signatures, and what they did and when.",
    "What stands in a school’s own self-review is not in it, nor what such a self-review or a mail about the school is about: that is the school’s, and an organisation does not read it.",
    "What another organisation keeps of this person as a reviewer is not in it: ask that one.",
    "Nobody else’s data is in it.",
  ],
};

export const WORKED_IN_SCHOOL = "worked in the school’s own pages";
export const MAIL_OF_OTHERS = "a mail about a school or another organisation";

type Act = { schoolId: string | null; organisationId: string | null };
type Reader = { way: CopyWay; organisationId: string | null };

/**
 * Whether the copy says what an act or a mail was, or only that there was one: a manager is never told through it what happens
 * in a school's own self-reviews, or in another organisation.
 */
export function tellsAct(act: Act, { way, organisationId }: Reader): boolean {
  if (way === "own") return true;
  if (act.organisationId !== null) return act.organisationId === organisationId;
  return act.schoolId === null;
}
