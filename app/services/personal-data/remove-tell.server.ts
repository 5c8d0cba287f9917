import { londonDate } from "~/domain/calendar/format";
import type { Role } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import {
  visitReaders,
  type VisitReaders,
  type VisitRecipient,
} from "~/services/visits/mail-visit.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { listPlaceGrants, type PlaceGrant } from "~db/queries/grants";
import { findOrganisation } from "~db/queries/organisations";
import { listResponses } from "~db/queries/responses";
import { listRecordsToClean, type RecordToClean } from "~db/queries/removed-records";
import type { Writer } from "~db/types";
import type { Found } from "./remove-find.server";
import { isReadWhole } from "./remove-find-records.server";
import { isReadByOfficers, type LoadedPlace } from "./remove-place.server";

/** People who may have to be told, read before the transaction. */
export type Letters = {
  heads: PlaceGrant[];
  /** By organisation. */
  managers: Map<string, { name: string; key: string; people: PlaceGrant[] }>;
  /** Who reads the agreed record of each visit. */
  visits: Map<string, VisitReaders>;
};

/** Heads of the school, managers of every organisation a round of it belongs to, and the readers of its visits. */
export async function lettersFor(app: App, { school, row }: LoadedPlace): Promise<Letters> {
  const today = londonDate(app.clock.now());
  const rows = row === null ? await listResponses(app.db.read, { schoolId: school.id }) : [row];
  const managers: Letters["managers"] = new Map();
  const visits: Letters["visits"] = new Map();
  const within = { schoolId: school.id, responseId: null, visitId: null };
  const records = await listRecordsToClean(app.db.read, within);
  for (const { visitId: id, ...record } of records)
    visits.set(id, await visitReaders(app, { id, urn: school.urn, ...record }));
  const ids = [
    ...rows.flatMap(({ roundOrganisationId }) => roundOrganisationId ?? []),
    ...records.map(({ organisationId }) => organisationId),
  ];
  for (const id of new Set(ids)) {
    const organisation = await findOrganisation(app.db.read, id);
    if (organisation === undefined) continue;
    const people = await listPlaceGrants(app.db.read, { organisationId: id, today });
    managers.set(id, { ...organisation, people: inForce(people, "manager", today) });
  }
  const people = await listPlaceGrants(app.db.read, { schoolId: school.id, today });
  return { heads: inForce(people, "head", today), managers, visits };
}

function inForce(people: readonly PlaceGrant[], role: Role, today: string): PlaceGrant[] {
  const held = people.filter((person) => person.role === role && person.from <= today);
  return [...new Map(held.map((person) => [person.userId, person])).values()];
}

type Sending = {
  letters: Letters;
  found: Found;
  app: Pick<App, "newId">;
  place: LoadedPlace;
  at: Date;
};

/**
 * Tells the other side of every return whose copy was made again: the head where a manager removed words, the
 * managers where the school did and an officer had opened it.
 */
export async function sendLetters(tx: Writer, sending: Sending): Promise<void> {
  for (const { copy } of latestCopies(sending.found)) {
    for (const letter of lettersAbout(copy, sending)) await send(tx, sending, letter);
  }
  for (const { record } of sending.found.records) {
    for (const letter of lettersAboutRecord(record, sending)) await send(tx, sending, letter);
  }
}

/** Both reviewers, who may have its PDF; the head where a manager removed words, managers who read it where the school did. */
function lettersAboutRecord(record: RecordToClean, { letters, place }: Sending): ToSend[] {
  const readers = letters.visits.get(record.visitId);
  const organisation = letters.managers.get(record.organisationId);
  if (readers === undefined || organisation === undefined) return [];
  const byManager = place.role === "manager";
  const others = isReadWhole(record) ? readers.managers : [];
  const byRole = byManager ? `a manager at ${organisation.name}` : "the school";
  const path = `/visits/${record.visitId}/record`;
  const about = { byRole, path, title: record.roundTitle, number: null };
  return [...readers.reviewers, ...(byManager ? readers.heads : others)].map((to) => ({
    to,
    ...about,
  }));
}

/** Of each self-review the last copy that officers may read. */
function latestCopies({ copies }: Found): Found["copies"] {
  const readable = copies.filter(({ copy }) => isReadByOfficers(copy));
  return [...new Map(readable.map((one) => [one.copy.responseId, one])).values()];
}

type Copy = Found["copies"][number]["copy"];
type ToSend = {
  to: VisitRecipient;
  byRole: string;
  path: string;
  title: string;
  /** Of a signed copy; null for the record of a visit. */
  number: number | null;
};

function lettersAbout(copy: Copy, { letters, place }: Sending): ToSend[] {
  const organisation = letters.managers.get(copy.roundOrganisationId ?? "");
  if (organisation === undefined) return [];
  const { school, role } = place;
  const about = { title: copy.roundTitle ?? copy.questionnaireTitle, number: copy.number };
  if (role === "manager") {
    const path = `/schools/${school.urn}/self-reviews/${copy.responseId}/signed/${copy.number}`;
    const byRole = `a manager at ${organisation.name}`;
    return letters.heads.map((to) => ({ to, byRole, path, ...about }));
  }
  if (copy.openedByOfficerAt === null) return [];
  const path = `/organisations/${organisation.key}/returns/${copy.responseId}`;
  const people = organisation.people.filter(
    ({ questionnaireKey: key }) => key === null || key === copy.questionnaireKey,
  );
  return people.map((to) => ({ to, byRole: "the school", path, ...about }));
}

async function send(tx: Writer, { app, place, at }: Sending, letter: ToSend): Promise<void> {
  const { to, byRole, path, title, number } = letter;
  await queueMail(tx, {
    id: app.newId(),
    to: { userId: to.userId, email: to.email, name: to.name },
    at,
    about: { schoolId: place.school.id },
    template: "details-removed",
    data: {
      schoolName: place.school.name,
      title,
      number,
      byRole,
      removedAt: at.toISOString(),
      path,
    },
  });
}
