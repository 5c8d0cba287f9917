import { readKeptForms, type KeptForm } from "~/auth/kept-form";
import { MailSchema } from "~/domain/mail/templates";
import type { Cleaner } from "~/domain/personal-data/removal-words";
import { readMessage } from "~/services/mail/read-message.server";
import {
  deleteCaughtMail,
  listCaughtToClean,
  listCleanedTexts,
  listKeptForms,
  listMailsToSend,
  noteCleanedText,
  setKeptForm,
  setMailData,
} from "~db/queries/removals";
import type { Writer } from "~db/types";

/** Words to take out of what is kept for a short while only, about one school. */
export type Passing = {
  schoolId: string;
  urn: string;
  /** Visits to the school. */
  visitIds: readonly string[];
  /** Its self-reviews: officers write about them under addresses of their own. */
  responseIds: readonly string[];
  clean: Cleaner;
  /** The one answer that goes whole; null where words are looked for. */
  answer: { responseId: string; key: string } | null;
};

/**
 * Cleans what is kept beside the answers: text typed when a session had ended, mails that have not left, mails
 * caught to be read here, and what earlier removals noted. Nothing of it is told or counted.
 */
export async function cleanElsewhere(tx: Writer, passing: Passing): Promise<void> {
  await cleanKeptForms(tx, passing);
  if (passing.answer !== null) return;
  await cleanMails(tx, passing);
  await cleanNotes(tx, passing);
}

async function cleanKeptForms(tx: Writer, passing: Passing): Promise<void> {
  for (const { id, keptForm } of await listKeptForms(tx)) {
    const cleaned = readKeptForms(keptForm).map((form) => cleanedForm(form, passing));
    const text = JSON.stringify(cleaned);
    if (text !== keptForm) await setKeptForm(tx, { id, keptForm: text });
  }
}

function cleanedForm(form: KeptForm, passing: Passing): KeptForm {
  const { urn, clean, answer, visitIds, responseIds } = passing;
  const places =
    answer === null
      ? [`/schools/${urn}/`, ...visitIds.map(visitPath)]
      : [`/schools/${urn}/self-reviews/${answer.responseId}/`];
  const isReturn = (address: string) => answer === null && isAbout(address, responseIds);
  const isThere = (address: string) =>
    places.some((place) => address.startsWith(place)) || isReturn(address);
  if (!isThere(form.path) && !isThere(form.page)) return form;
  const isWanted = (name: string) =>
    answer === null || name.startsWith(`${answer.key.replaceAll(".", "_")}.`);
  return {
    ...form,
    fields: form.fields.map(([name, text]) => [name, isWanted(name) ? clean(text).text : text]),
  };
}

/** Whether an address is that of a return as an organisation reads it: a question or a reply was being written. */
const isAbout = (address: string, responseIds: readonly string[]): boolean =>
  responseIds.some((id) => address.includes(`/returns/${id}`));

const visitPath = (id: string): string => `/visits/${id}`;

/** Of this school only: the same words may be somebody's name elsewhere. */
async function cleanMails(tx: Writer, passing: Passing): Promise<void> {
  const { schoolId, urn, clean, visitIds } = passing;
  const places = [`/schools/${urn}`, ...visitIds.map(visitPath)];
  const leadsHere = (text: string) => places.some((place) => text.includes(place));
  for (const { id, template, data, schoolId: about } of await listMailsToSend(tx)) {
    if (data === null || (about !== schoolId && !leadsHere(data))) continue;
    const text = JSON.stringify(cleanedMail({ template, data: JSON.parse(data) }, clean));
    if (text !== data) await setMailData(tx, { id, data: text });
  }
  for (const { id, source } of await listCaughtToClean(tx)) {
    const { subject, text, html } = readMessage(source);
    const holds = [subject, text, html].some((part) => clean(part).found > 0);
    if (holds && leadsHere(text)) await deleteCaughtMail(tx, id);
  }
}

/**
 * Cleans every text of a mail but what its template could then not be written from, as days, codes, addresses and the
 * paths of links: whatever the words are, no mail is lost by them.
 */
function cleanedMail(mail: { template: string; data: unknown }, clean: Cleaner): unknown {
  const { template, data } = mail;
  const read = MailSchema.safeParse({ template, data: cleanedValue(data, clean) });
  if (read.success) return read.data.data;
  const places = read.error.issues.map(({ path }) => path.slice(1).join("."));
  return cleanedValue(data, clean, { places });
}

/** Cleans every text in a value of JSON but those at `places`. */
function cleanedValue(
  value: unknown,
  clean: Cleaner,
  { places, at = [] }: { places: readonly string[]; at?: string[] } = { places: [] },
): unknown {
  if (typeof value === "string") return places.includes(at.join(".")) ? value : clean(value).text;
  const inside = (key: string, one: unknown) =>
    cleanedValue(one, clean, { places, at: [...at, key] });
  if (Array.isArray(value)) return value.map((one: unknown, key) => inside(String(key), one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(key, one)]));
}

/** A text noted by an earlier removal may hold words that only now are to go. */
async function cleanNotes(tx: Writer, { schoolId, clean }: Passing): Promise<void> {
  for (const noted of await listCleanedTexts(tx, { schoolId })) {
    const { text, found } = clean(noted.text);
    if (found > 0) await noteCleanedText(tx, { ...noted, text });
  }
}
