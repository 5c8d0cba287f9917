import type { Day } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import type { MailState } from "~/domain/mail/states";
import { CONTACT_ROLE_WORDS, type ContactKind, type ContactRole } from "./contact-kinds";

/** A call, letter or reminder as it is told. */
export type ToldContact = {
  kind: ContactKind;
  on: Day;
  withWhom: ContactRole;
  /** Null: a call, or a mail of which nothing is kept any more. */
  mailState: MailState | null;
};

/** "11 November 2026, by phone, headteacher" or "2 November 2026, e-mail came back". */
export function contactWords({ kind, on, withWhom, mailState }: ToldContact): string {
  const who = CONTACT_ROLE_WORDS[withWhom];
  if (kind === "call") return `${formatDate(on)}, by phone, ${who}`;
  if (mailState === "bounced") return `${formatDate(on)}, e-mail came back`;
  if (mailState === "dropped") return `${formatDate(on)}, ${mailWord(kind)} no longer needed`;
  if (mailState === "queued") return `${formatDate(on)}, e-mail on its way, ${who}`;
  return `${formatDate(on)}, ${mailWord(kind)}, ${who}`;
}

const mailWord = (kind: ContactKind): string => (kind === "reminder" ? "reminder" : "e-mail");
