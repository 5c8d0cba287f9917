import { contactWords } from "~/domain/chasing/contact-words";
import { nextToAct } from "~/domain/chasing/who-to-ring";
import { roleName } from "~/domain/people/role-names";
import { toldPhase } from "~/domain/questionnaire/school-facts";
import type { ResponseState } from "~/domain/response/states";
import type { App } from "~/platform/app.server";
import { countsFor, peopleBySchool } from "~/services/chasing/people-of-schools";
import type { ListedReturn, pageOfUninvited } from "~db/queries/returns-list";
import { listPeopleInCharge, type InChargeRow } from "~db/queries/ring-rows";
import { listContacts, type ContactRow } from "~db/queries/school-contacts";

/** One school in the list: a draft's state and dates, never its words. */
export type ReturnRowView = {
  /** The return's; null: the school is not invited. */
  id: string | null;
  urn: string;
  name: string;
  district: string;
  phase: string;
  state: ResponseState | "not-invited";
  late: boolean;
  /** The deadline that counts; null: none does. */
  deadline: string | null;
  nextToAct: string;
  /** Null: nothing has been written. */
  lastActivity: Date | null;
  lastContact: { words: string; cameBack: boolean } | null;
  /** The copy that stands. */
  signed: { number: number; at: Date } | null;
};

type Scope = {
  organisationId: string;
  today: string;
  questionnaireKey: string;
  readerId: string;
  questionnaires: readonly string[] | null;
};

/** Rows of a list with who acts next and the last contact, read for these schools alone. */
export async function returnRows(
  app: App,
  scope: Scope,
  rows: readonly ListedReturn[],
): Promise<ReturnRowView[]> {
  const schoolIds = rows.map(({ schoolId }) => schoolId);
  const people = peopleBySchool(await listPeopleInCharge(app.db.read, { ...scope, schoolIds }));
  const contacts = new Map<string, ContactRow>();
  // The newest comes first, and the last of a key stays.
  for (const one of (await listContacts(app.db.read, { ...scope, schoolIds })).reverse()) {
    contacts.set(one.schoolId, one);
  }
  return rows.map((row) => {
    const there = (people.get(row.schoolId) ?? []).filter((one) =>
      countsFor(one, scope.questionnaireKey),
    );
    return rowView(row, { there, contact: contacts.get(row.schoolId), today: scope.today });
  });
}

type Beside = { there: InChargeRow[]; contact: ContactRow | undefined; today: string };

function rowView(row: ListedReturn, { there, contact, today }: Beside): ReturnRowView {
  const { copyNumber, signedAt, firstDeadline, finalDeadline } = row;
  const days = [firstDeadline, finalDeadline].filter((day) => day !== null);
  return {
    ...{
      id: row.id,
      urn: row.urn,
      name: row.name,
      district: row.district,
      phase: toldPhase(row.phaseName),
    },
    state: row.state,
    late: row.late === 1,
    deadline: days.find((day) => day >= today) ?? days.at(-1) ?? null,
    nextToAct: nextWords(row, there),
    lastActivity: row.state === "not-started" ? null : row.updatedAt,
    lastContact:
      contact === undefined
        ? null
        : { words: contactWords(contact), cameBack: contact.mailState === "bounced" },
    signed: copyNumber === null || signedAt === null ? null : { number: copyNumber, at: signedAt },
  };
}

function nextWords({ state }: ListedReturn, there: InChargeRow[]): string {
  if (state === "submitted") return "You, to read it";
  if (state === "replied" || state === "lapsed" || state === "withdrawn") return "Nobody";
  const next = nextToAct(there, state);
  if (next === null) return "Nobody has joined";
  const words = roleName(next);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Uninvited = Awaited<ReturnType<typeof pageOfUninvited>>[number];

/** A school that is not invited: nothing is awaited of it. */
export function uninvitedRow({ urn, name, district, phaseName }: Uninvited): ReturnRowView {
  return {
    ...{
      id: null,
      urn,
      name,
      district,
      phase: toldPhase(phaseName),
      state: "not-invited",
      late: false,
    },
    ...{ deadline: null, nextToAct: "Nobody", lastActivity: null, lastContact: null, signed: null },
  };
}
