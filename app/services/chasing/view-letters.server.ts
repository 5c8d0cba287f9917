import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findLetterBatch, listLetters } from "~db/queries/letters";
import { findSchool } from "~db/queries/schools";
import { loadOrganisation, type OrganisationView } from "../returns/load-organisation.server";
import { storedDistricts as storedList } from "./mine.server";

/** A school that a letter did not reach, with what to do. */
export type NotReached = {
  urn: string;
  name: string;
  telephone: string | null;
  /** The address that did not work; null: none is known. */
  email: string | null;
};

/** `viewLetters`: what became of letters that were sent at once. */
export type SentLettersView = {
  organisation: OrganisationView;
  sentAt: Date;
  /** Schools that a letter has reached, or is on its way to. */
  sent: number;
  waiting: number;
  notReached: NotReached[];
};

/** How many letters were sent, which addresses did not work, and what to do. Throws `not-found` or `forbidden`. */
export async function viewLetters(
  app: App,
  actor: Actor,
  { key, batchId }: { key: string; batchId: string },
): Promise<SentLettersView> {
  const action = "organisation.chase";
  const loaded = await loadOrganisation(app, actor, { key, action });
  const { organisation, view, questionnaires } = loaded;
  const of = { organisationId: organisation.id, batchId };
  const batch = await findLetterBatch(app.db.read, { ...of, questionnaires });
  if (batch === undefined) throw new AppError("not-found");
  const letters = await listLetters(app.db.read, of);
  const schoolsWith = (wanted: (state: string | null) => boolean): number =>
    new Set(letters.filter(({ state }) => wanted(state)).map(({ schoolId }) => schoolId)).size;
  const back = letters.filter(({ state }) => state === "bounced");
  return {
    organisation: view,
    sentAt: batch.createdAt,
    sent: schoolsWith((state) => state === "sent" || state === null),
    waiting: schoolsWith((state) => state === "queued"),
    notReached: [
      ...back.map(({ urn, name, telephone, email }) => ({ urn, name, telephone, email })),
      ...(await withoutAddress(app, storedList(batch.unreached))),
    ],
  };
}

async function withoutAddress(app: App, schoolIds: readonly string[]): Promise<NotReached[]> {
  const found: NotReached[] = [];
  for (const id of schoolIds) {
    const school = await findSchool(app.db.read, id);
    if (school === undefined) continue;
    const { urn, name, telephone } = school;
    found.push({ urn, name, telephone, email: null });
  }
  return found;
}
