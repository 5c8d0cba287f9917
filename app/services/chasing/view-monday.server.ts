import type { Calendar } from "~/domain/calendar/calendar";
import { contactWords } from "~/domain/chasing/contact-words";
import { mondayList, RING_AT_MOST, type ToRing } from "~/domain/chasing/monday-list";
import { ringWords } from "~/domain/chasing/ring-words";
import { whoToRing } from "~/domain/chasing/who-to-ring";
import { roleName } from "~/domain/people/role-names";
import type { Actor } from "~/domain/policy/actor";
import { toldPhase } from "~/domain/questionnaire/school-facts";
import type { App } from "~/platform/app.server";
import { mailCalendar } from "~/services/mail/mail-calendar.server";
import { listCameBack } from "~db/queries/came-back";
import { findRingAtMost } from "~db/queries/chasing-settings";
import { countSchools } from "~db/queries/officer-districts";
import { countUnopened } from "~db/queries/returns";
import { listPeopleInCharge, type InChargeRow, type RingRow } from "~db/queries/ring-rows";
import { listContacts, type ContactRow } from "~db/queries/school-contacts";
import { loadOrganisation, type OrganisationView } from "../returns/load-organisation.server";
import { mineOf, type Mine } from "./mine.server";
import { countsFor } from "./people-of-schools";
import { ringList } from "./ring-list.server";

/** One school to ring. */
export type RingView = {
  urn: string;
  name: string;
  district: string;
  phase: string;
  telephone: string | null;
  /** Whom to ask for; null: the school office. */
  person: { name: string; role: string } | null;
  why: string[];
  /** Null: never spoken or written to. */
  lastContact: string | null;
  /** Whose districts it is in, where it is covered for a colleague. */
  coveredFor: string | null;
};

/** `viewMonday`: whom to ring today. */
export type MondayView = {
  organisation: OrganisationView;
  today: string;
  mine: Mine["districts"];
  /** Whether all schools are shown, and not only those of one's own districts. */
  whole: boolean;
  rings: RingView[];
  /** How many wait before the list is cut, and how many schools they are out of. */
  waiting: number;
  schools: number;
  toRead: number;
  cameBack: number;
  atMost: number;
};

/** The list of a Monday, of one's own districts unless the whole organisation is asked for. Throws `not-found`. */
export async function viewMonday(
  app: App,
  actor: Actor,
  { key, whole: asked }: { key: string; whole: boolean },
): Promise<MondayView> {
  const action = "organisation.view-returns";
  const loaded = await loadOrganisation(app, actor, { key, action });
  const { organisation, view, today, questionnaires } = loaded;
  const scope = { organisationId: organisation.id, today };
  const { districts: mine } = await mineOf(app, actor, scope);
  const whole = asked || mine.length === 0;
  const districts = whole ? null : mine.map(({ district }) => district);
  const { read } = app.db;
  const calendar = await mailCalendar(app, { schoolId: null, ...scope });
  const rounds = await ringList(app, { ...scope, calendar, districts, questionnaires });
  const atMost = (await findRingAtMost(read, scope)) ?? RING_AT_MOST;
  const { list, all } = mondayList(rounds, atMost);
  const here = new Set(rounds.map(({ schoolId }) => schoolId));
  const cameBack = (await listCameBack(read, scope)).filter(({ schoolId }) => here.has(schoolId));
  return {
    organisation: view,
    today,
    mine,
    whole,
    rings: await ringViews(app, {
      ...scope,
      list,
      calendar,
      mine,
      questionnaires,
      readerId: actor.userId,
    }),
    waiting: all,
    schools: await countSchools(read, { ...scope, districts }),
    toRead: await countUnopened(read, { ...scope, questionnaires }),
    cameBack: new Set(cameBack.map(({ schoolId }) => schoolId)).size,
    atMost,
  };
}

type Shown = {
  organisationId: string;
  today: string;
  calendar: Calendar;
  mine: Mine["districts"];
  questionnaires: readonly string[] | null;
  readerId: string;
};

async function ringViews(
  app: App,
  { list, ...shown }: Shown & { list: readonly ToRing<RingRow>[] },
): Promise<RingView[]> {
  const schoolIds = list.map(({ schoolId }) => schoolId);
  const scope = { ...shown, schoolIds };
  const people = await listPeopleInCharge(app.db.read, scope);
  const contacts = await listContacts(app.db.read, scope);
  return list.flatMap((one) => ringView(one, { ...shown, people, contacts }));
}

type Beside = Shown & { people: InChargeRow[]; contacts: ContactRow[] };

function ringView(one: ToRing<RingRow>, { people, contacts, ...shown }: Beside): RingView[] {
  const [first] = one.reasons;
  if (first === undefined) return [];
  const { about: row, reason } = first;
  const there = people.filter(
    (held) => held.schoolId === one.schoolId && countsFor(held, row.questionnaireKey),
  );
  const person = whoToRing(there, { state: row.state, reason: reason.kind });
  const last = contacts.find(({ schoolId }) => schoolId === one.schoolId);
  const own = shown.mine.find(({ district }) => district === row.district);
  return [
    {
      urn: row.urn,
      name: one.name,
      district: row.district,
      phase: toldPhase(row.phaseName),
      telephone: row.telephone,
      person: person === null ? null : { name: person.name, role: roleName(person) },
      why: whyWords(one, shown),
      lastContact: last === undefined ? null : contactWords(last),
      coveredFor: own?.coveredFor ?? null,
    },
  ];
}

/** The round is named where a school is rung about more than one. */
function whyWords({ reasons }: ToRing<RingRow>, when: Shown): string[] {
  const rounds = new Set(reasons.map(({ about }) => about.roundId));
  const words = reasons.map(({ about, reason }) => {
    const says = ringWords(reason, when);
    return rounds.size > 1 && reason.kind !== "asked-to-ring" && reason.kind !== "came-back"
      ? `${about.roundTitle}: ${says}`
      : says;
  });
  return [...new Set(words)];
}
