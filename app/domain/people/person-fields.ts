import { composedText } from "~/domain/composed-text";
import { z } from "~/domain/zod";

const NAME_MAX = 80;
const EMAIL_MAX = 254;
/** Letters of any script with what stands between them; no figures or signs, since names are put into mails. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’. -]*$/u;

/** A person's name as stored, or null where it cannot be one: empty, too long, or with figures or signs in it. */
export function readPersonName(typed: string): string | null {
  const name = composedText(typed).replace(/\s+/g, " ").trim();
  return name.length <= NAME_MAX && NAME.test(name) && !name.includes("..") ? name : null;
}

const EmailSchema = z.email().max(EMAIL_MAX);

/** An e-mail address as stored, or null where it is none. */
export function readEmail(typed: string): string | null {
  const read = EmailSchema.safeParse(typed.trim());
  return read.success ? read.data : null;
}

/** As addresses are compared. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

export const PERSON_WORDS = {
  name: "Enter a name of letters, like Priya Nair",
  email: "Enter an e-mail address, like priya.nair@school.example",
} as const;
