import { addDays } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import { londonMinutes, londonMoment } from "~/domain/calendar/london-time";
import { nextReminder, type ReminderStep } from "~/domain/chasing/reminder-due";
import { reminderSender, type Staff } from "~/domain/chasing/reminder-sender";
import { stepWords } from "~/domain/chasing/reminder-words";
import { composeLetter } from "~/domain/mail/compose-letter";
import { plainTextOf } from "~/domain/mail/plain-text";
import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { loadRoundAt } from "~/services/rounds/load-round.server";
import { findRoundReminders } from "~db/queries/reminders";
import type { RoundRow } from "~db/queries/rounds";
import { REMIND_AT } from "./queue-reminders.server";
import { aboutDeadline } from "./remind-school.server";
import { reminderReaders, type ReminderReader } from "./reminder-addresses.server";
import { remindables, type Remindable } from "./reminder-ground.server";
import { reminderStaff } from "./reminder-staff.server";

/** Schools on one page of the preview. */
export const PREVIEW_PAGE = 25;

/** One school's next reminder, as it will read but for what the school has left: officers do not see that. */
export type ReminderPreview = {
  urn: string;
  name: string;
  day: string;
  words: string;
  /** Empty: nobody there can be written to. */
  to: { name: string; email: string }[];
  telephone: string | null;
  subject: string;
  text: string;
};

/** `viewReminders`: whether a round reminds by itself, what goes when, and to whom. */
export type RemindersView = {
  organisation: OrganisationView;
  round: { id: string; title: string; closed: boolean };
  on: boolean;
  note: string;
  /** A change is made from this version; 0: nobody has said yet. */
  version: number;
  /** What goes on which day if nothing changes until then, each school's next one. */
  plan: { day: string; words: string; schools: number }[];
  rows: ReminderPreview[];
  /** Schools that get one, and schools of the round that get none any more. */
  found: number;
  none: number;
  /** Of those that get one, schools where nobody can be written to: they stand last. */
  unreached: number;
  page: number;
  pages: number;
};

type Asked = { key: string; roundId: string; page: number };

/** Throws `not-found`, also for a rolling round, which reminds of renewals without being told to, or `forbidden`. */
export async function viewReminders(
  app: App,
  actor: Actor,
  { page: asked, ...at }: Asked,
): Promise<RemindersView> {
  const { view, round, today } = await loadRoundAt(app, actor, at);
  if (round.rolling) throw new AppError("not-found");
  const stands = await findRoundReminders(app.db.read, { roundId: round.id });
  const on = stands?.on ?? false;
  const onSince = stands !== undefined && on ? londonDate(stands.updatedAt) : today;
  const schools = await remindables(app, { round, onSince });
  const from = beginsOn(app.clock.now(), { on, today });
  const planned = schools.flatMap((one): Planned[] => {
    const next = nextReminder(one.facts, { from, calendar: one.calendar });
    return next === null ? [] : [{ ...one, ...next }];
  });
  const schoolIds = planned.map(({ row }) => row.schoolId);
  const readers = await reminderReaders(app, { round, schoolIds, today });
  const isReached = ({ row }: Planned) => readers.has(row.schoolId);
  const unreached = planned.filter((one) => !isReached(one));
  const pages = Math.max(1, Math.ceil(planned.length / PREVIEW_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const shown = [...planned.filter(isReached), ...unreached].slice(
    (page - 1) * PREVIEW_PAGE,
    page * PREVIEW_PAGE,
  );
  const note = stands?.note ?? "";
  return {
    organisation: view,
    round: { id: round.id, title: round.title, closed: round.closedAt !== null },
    ...{ on, note, version: stands?.version ?? 0, page, pages },
    plan: planOf(planned),
    rows: await previews(app, { round, note, today, planned: shown, readers }),
    found: planned.length,
    none: schools.length - planned.length,
    unreached: unreached.length,
  };
}

type Planned = Remindable & { day: string; step: ReminderStep };

/** Turned on today, it begins tomorrow; after eight, today's are gone. */
function beginsOn(now: Date, { on, today }: { on: boolean; today: string }): string {
  return on && londonMinutes(now) < REMIND_AT ? today : addDays(today, 1);
}

function planOf(planned: readonly Planned[]): RemindersView["plan"] {
  const plan = new Map<string, RemindersView["plan"][number]>();
  for (const { day, step } of planned) {
    const words = stepWords(step);
    const one = plan.get(day + words) ?? { day, words, schools: 0 };
    plan.set(day + words, { ...one, schools: one.schools + 1 });
  }
  return [...plan.values()].sort((a, b) => a.day.localeCompare(b.day));
}

type Shown = {
  round: RoundRow;
  note: string;
  today: string;
  planned: readonly Planned[];
  readers: ReadonlyMap<string, ReminderReader[]>;
};

async function previews(
  app: App,
  { round, note, today, planned, readers }: Shown,
): Promise<ReminderPreview[]> {
  const { organisationId } = round;
  const staff = await reminderStaff(app, { organisationId, today });
  return planned.map((one) => {
    const to = readers.get(one.row.schoolId) ?? [];
    const { urn, name, telephone } = one.row;
    return {
      ...{ urn, name, telephone, day: one.day, words: stepWords(one.step) },
      to: to.map((reader) => ({ name: reader.name, email: reader.email })),
      ...mailOf(app, one, { round, note, staff, to }),
    };
  });
}

type Beside = { round: RoundRow; note: string; staff: Staff; to: readonly ReminderReader[] };

/** The mail itself, from the template that is sent, with the counts left open (look/README.md section 8). */
function mailOf(
  app: App,
  { row, step, day }: Planned,
  { round, note, staff, to }: Beside,
): { subject: string; text: string } {
  const responseId = row.responseId ?? "";
  const data = {
    ...aboutDeadline({ round, row: { ...row, responseId }, step, note }),
    ...{ done: null, of: 1, minutes: null, left: ["(what is left)"] },
    carryOn: { label: "Carry on", path: `/schools/${row.urn}` },
    from: reminderSender(row.district ?? row.laName, staff, day),
  };
  const letter = composeLetter(
    { template: "reminder", data },
    {
      origin: app.config.origin,
      recipientName: to[0]?.name ?? "",
      now: londonMoment(day, REMIND_AT),
      contact: null,
    },
  );
  return { subject: letter.subject, text: plainTextOf(letter) };
}
