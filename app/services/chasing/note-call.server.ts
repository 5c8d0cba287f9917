import { readCall, type CallFields, type CallProblem } from "~/domain/chasing/call-fields";
import { CONTACT_ROLE_WORDS } from "~/domain/chasing/contact-kinds";
import { contactWords } from "~/domain/chasing/contact-words";
import { inCharge } from "~/domain/chasing/who-to-ring";
import { askedAboutNames } from "~/domain/people/asked-about-names";
import { roleName } from "~/domain/people/role-names";
import { whoSeesCalls } from "~/domain/policy/who-sees-calls";
import type { Actor } from "~/domain/policy/actor";
import { currentRound } from "~/domain/round/current-round";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { listPeopleInCharge } from "~db/queries/ring-rows";
import { insertContacts, listContacts, type ContactRow } from "~db/queries/school-contacts";
import {
  loadOrganisation,
  type LoadedOrganisation,
  type OrganisationView,
} from "../returns/load-organisation.server";
import { readableRounds } from "../returns/returns-scope.server";
import { coveredSchool } from "./covered-school.server";

/** A call, letter or reminder of before. */
export type PastContact = {
  id: string;
  when: string;
  by: string | null;
  agreed: string | null;
  ringAgainOn: string | null;
  /** A call that the reader noted: theirs to correct or remove. */
  own: boolean;
};

/** `viewCalls`: one school's telephone, and what was said and sent before. */
export type CallsView = {
  organisation: OrganisationView;
  school: { urn: string; name: string; telephone: string | null; officeEmail: string | null };
  people: { name: string; role: string }[];
  contacts: PastContact[];
  today: string;
  seenBy: string[];
};

type Where = { key: string; urn: string };
const action = "organisation.chase";

/** What was said and sent to a school, with the form that notes a call. Throws `not-found` or `forbidden`. */
export async function viewCalls(app: App, actor: Actor, { key, urn }: Where): Promise<CallsView> {
  const loaded = await loadOrganisation(app, actor, { key, action });
  const { organisation, view, today, questionnaires } = loaded;
  const organisationId = organisation.id;
  const school = await coveredSchool(app, { organisationId, urn });
  const scope = { organisationId, today, schoolIds: [school.id] };
  const people = await listPeopleInCharge(app.db.read, scope);
  const seen = { questionnaires, readerId: actor.userId };
  const contacts = await listContacts(app.db.read, { ...scope, ...seen });
  const { name, telephone, officeEmail } = school;
  return {
    organisation: view,
    school: { urn, name, telephone, officeEmail },
    people: inCharge(people).map((one) => ({ name: one.name, role: roleName(one) })),
    contacts: contacts.map((row) => pastContact(row, actor)),
    today,
    seenBy: whoSeesCalls(organisation.name),
  };
}

function pastContact(row: ContactRow, { userId }: Actor): PastContact {
  const { id, agreed, ringAgainOn, byName } = row;
  const own = row.kind === "call" && row.byUserId === userId;
  return { id, when: contactWords(row), by: byName, agreed, ringAgainOn, own };
}

type Noting = Where & { fields: CallFields; namesConfirmed?: boolean };

/** Notes a call with a school. Throws `not-found` or `forbidden`. */
export async function noteCall(
  app: App,
  actor: Actor,
  { key, urn, fields, namesConfirmed = false }: Noting,
): Promise<Result<{ name: string }, CallProblem[]>> {
  const loaded = await loadOrganisation(app, actor, { key, action });
  const { organisation, today } = loaded;
  const organisationId = organisation.id;
  const school = await coveredSchool(app, { organisationId, urn });
  const read = readCall(fields, { today });
  if (!read.ok) return read;
  const { on, withWhom, agreed, ringAgainOn } = read.value;
  const asked = askedAboutNames({ field: "agreed", text: agreed, confirmed: namesConfirmed });
  if (asked.length > 0) return refused(asked);
  const id = app.newId();
  const auditId = app.newId();
  const createdAt = app.clock.now();
  const roundId = await roundOfCall(app, loaded);
  const by = { organisationId, schoolId: school.id, byUserId: actor.userId, createdAt };
  await app.db.transact(async (tx) => {
    const call = {
      id,
      roundId,
      kind: "call" as const,
      contactOn: on,
      withWhom,
      agreed,
      ringAgainOn,
    };
    await insertContacts(tx, [{ ...call, ...by }]);
    await insertAudit(tx, {
      id: auditId,
      at: createdAt,
      actorId: actor.userId,
      event: "contact.noted",
      schoolId: school.id,
      organisationId,
      subjectKind: "contact",
      subjectId: id,
      data: { with: CONTACT_ROLE_WORDS[withWhom] },
    });
  });
  return ok({ name: school.name });
}

/**
 * A call is of the organisation as a whole, and all its officers know of it. One noted by somebody whose role is
 * limited to a questionnaire is about its round, so that colleagues with the same limit know of it too.
 */
async function roundOfCall(app: App, loaded: LoadedOrganisation): Promise<string | null> {
  if (loaded.questionnaires === null) return null;
  return currentRound(await readableRounds(app, loaded), loaded.today)?.id ?? null;
}
