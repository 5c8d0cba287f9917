import {
  judgeBulk,
  personKey,
  type BulkPlace,
  type BulkRow,
  type JudgedRow,
} from "~/domain/people/bulk-invitations";
import { normalEmail } from "~/domain/people/person-fields";
import type { Actor } from "~/domain/policy/actor";
import { ok, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { listPlaceGrants, listSchoolsGrants } from "~db/queries/grants";
import { listAskedHeads, listOpenInvitations } from "~db/queries/invitations";
import type { OrganisationFacts } from "~db/queries/organisations";
import { listSchoolsCovered, type SchoolFacts } from "~db/queries/schools";
import type { Reader } from "~db/types";
import { loadOrganisation, type OrganisationView } from "../returns/load-organisation.server";
import { readPeopleCsv, type CsvProblem } from "./read-people-csv.server";
import { sendInvitation, type InvitedTo } from "./send-invitation.server";

const action = "organisation.manage-people";

/** The page before a file is chosen. */
export async function viewBulk(app: App, actor: Actor, key: string): Promise<OrganisationView> {
  return (await loadOrganisation(app, actor, { key, action })).view;
}

/** A line of the file as the preview shows it. */
export type PreviewRow = {
  line: number;
  name: string;
  email: string;
  role: string;
  placeName: string;
  problems: readonly string[];
  ready: boolean;
};
export type PreviewView = { rows: PreviewRow[]; ready: number };

/** What would be sent, and what stands in the way of the rest. Sends nothing. */
export async function previewBulk(
  app: App,
  actor: Actor,
  { key, csv }: { key: string; csv: string },
): Promise<Result<PreviewView, CsvProblem>> {
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const read = readPeopleCsv(csv);
  if (!read.ok) return read;
  const schools = await schoolsByUrn(app, organisation);
  const scope = { organisation, schools, today };
  const judged = await judge(app.db.read, read.value, scope);
  const rows = judged.map(previewRow);
  return ok({ rows, ready: rows.filter(({ ready }) => ready).length });
}

function previewRow({ line, typed, placeName, problems, ready }: JudgedRow): PreviewRow {
  const { name, email, role } = typed;
  return { line, name, email, role, placeName, problems, ready: ready !== null };
}

type Confirm = {
  key: string;
  csv: string;
  /** Lines the preview showed as ready; no other is sent. */
  lines: readonly number[];
};

/** Sends what the preview showed and what still may be sent, all of it or nothing. */
export async function sendBulk(
  app: App,
  actor: Actor,
  { key, csv, lines }: Confirm,
): Promise<Result<{ sent: number; left: number }, CsvProblem>> {
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const read = readPeopleCsv(csv);
  if (!read.ok) return read;
  const schools = await schoolsByUrn(app, organisation);
  const scope = { organisation, schools, today };
  const sent = await app.db.transact(async (tx) => {
    const judged = await judge(tx, read.value, scope);
    const ready = judged.flatMap(({ line, ready, placeName }) =>
      ready !== null && lines.includes(line) ? [{ ...ready, placeName }] : [],
    );
    for (const { offer, place, placeName } of ready) {
      const to = invitedTo({ place, placeName, organisation });
      await sendInvitation(tx, app, { offer, to, by: actor });
    }
    return ready.length;
  });
  app.wakeWorker();
  return ok({ sent, left: read.value.length - sent });
}

type To = { place: BulkPlace; placeName: string; organisation: OrganisationFacts };

function invitedTo({ place, placeName, organisation }: To): InvitedTo {
  if ("schoolId" in place) return { place, placeName };
  return { place, placeName, kind: organisation.kind };
}

type Schools = ReadonlyMap<string, SchoolFacts>;

async function schoolsByUrn(app: App, { id: organisationId }: OrganisationFacts): Promise<Schools> {
  const covered = await listSchoolsCovered(app.db.read, { organisationId });
  return new Map(covered.map((school) => [school.urn, school]));
}

type Scope = { organisation: OrganisationFacts; schools: Schools; today: string };

async function judge(
  read: Reader,
  rows: readonly BulkRow[],
  { organisation, schools, today }: Scope,
): Promise<JudgedRow[]> {
  const taken = await takenKeys(read, { organisation, schools, today, rows });
  return judgeBulk(rows, { today, organisation, schools, taken });
}

/** Who has a role or was asked, at the organisation and as head of the schools the file names. */
async function takenKeys(
  read: Reader,
  { organisation, schools, today, rows }: Scope & { rows: readonly BulkRow[] },
): Promise<ReadonlySet<string>> {
  const organisationId = organisation.id;
  const urns = new Set(rows.map(({ urn }) => urn.trim()));
  const schoolIds = [...urns].flatMap((urn) => schools.get(urn)?.id ?? []);
  const held = await listPlaceGrants(read, { organisationId, today });
  const asked = await listOpenInvitations(read, { organisationId });
  const heads = await listSchoolsGrants(read, { schoolIds, role: "head", today });
  const askedHeads = await listAskedHeads(read, { schoolIds });
  const places = [
    ...held.map((one) => ({
      ...one,
      emailNormal: normalEmail(one.email),
      placeId: organisationId,
    })),
    ...asked.map((one) => ({ ...one, placeId: organisationId })),
    ...heads.map((one) => ({
      ...one,
      emailNormal: normalEmail(one.email),
      placeId: one.schoolId ?? "",
    })),
    ...askedHeads.map((one) => ({ ...one, placeId: one.schoolId ?? "" })),
  ];
  return new Set(places.map(personKey));
}
