import { eventsOf, eventWords, type EventData } from "~/domain/audit/events";
import { AUDIT_PAGE_SIZE, type AuditFilter } from "~/domain/audit/filter";
import { addDays, type Day } from "~/domain/calendar/day";
import { londonMoment } from "~/domain/calendar/london-time";
import { z } from "~/domain/zod";
import type { App } from "~/platform/app.server";
import {
  countRecord,
  listRecord,
  listRecordPeople,
  listRecordSubjects,
  type AuditNarrowing,
  type AuditScope,
  type RecordEntry,
} from "~db/queries/audit-record";
import type { AuditPlace, AuditRowView, AuditView } from "./views";

type Asked = { scope: AuditScope; filter: AuditFilter };

/** A page of a record someone may read; the last page where a later one is asked for. */
export async function readRecord(
  app: App,
  { scope, filter, page, place }: Asked & { page: number; place: AuditPlace },
): Promise<AuditView> {
  const narrowing = narrowingOf({ scope, filter });
  const found = await countRecord(app.db.read, { scope, narrowing });
  const pages = Math.max(1, Math.ceil(found / AUDIT_PAGE_SIZE));
  const shown = Math.min(page, pages);
  const offset = (shown - 1) * AUDIT_PAGE_SIZE;
  const people = await listRecordPeople(app.db.read, scope);
  const limit = AUDIT_PAGE_SIZE;
  const entries = await listRecord(app.db.read, { scope, narrowing, limit, offset });
  const rows = await rowViews(app, { entries, people, scope });
  return { place, filter, people, rows, found, page: shown, pages };
}

/** More is a matter for whoever runs the database. */
const MOST_EXPORTED = 50_000;

/** Every line that a filter leaves, up to 50,000, newest first. */
export async function readWholeRecord(app: App, { scope, filter }: Asked): Promise<AuditRowView[]> {
  const narrowing = narrowingOf({ scope, filter });
  const people = await listRecordPeople(app.db.read, scope);
  const rows: AuditRowView[] = [];
  const limit = 1000;
  for (let offset = 0; offset < MOST_EXPORTED; offset += limit) {
    const entries = await listRecord(app.db.read, { scope, narrowing, limit, offset });
    rows.push(...(await rowViews(app, { entries, people, scope })));
    if (entries.length < limit) break;
  }
  return rows;
}

function narrowingOf({ scope, filter }: Asked): AuditNarrowing {
  const { kind, from, to } = filter;
  const forManagers = "organisationId" in scope;
  const startOf = (day: Day) => londonMoment(day, 0);
  return {
    actorId: filter.person,
    events: kind === null ? null : eventsOf({ kind, forManagers }),
    from: from === null ? null : startOf(from),
    before: to === null ? null : startOf(addDays(to, 1)),
  };
}

type Shown = {
  entries: RecordEntry[];
  people: readonly { id: string; name: string }[];
  scope: AuditScope;
};

async function rowViews(app: App, { entries, people, scope }: Shown): Promise<AuditRowView[]> {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? null;
  const read = entries.map((entry) => ({ ...entry, data: dataOf(entry) }));
  const subjects = await subjectsOf(app, read);
  return read.map(({ id, at, event, data, actorName, ...entry }) => {
    const subject = subjects.get(subjectIdOf({ ...entry, data }));
    const isSchools = "schoolId" in scope;
    return {
      id,
      at,
      who: actorName ?? "The service",
      did: eventWords(event, data, nameOf),
      about: subject
        ? isSchools
          ? subject.title
          : `${subject.title}, ${subject.schoolName}`
        : null,
    };
  });
}

const DataSchema = z.record(z.string(), z.unknown());
const dataOf = ({ data }: RecordEntry): EventData => DataSchema.catch({}).parse(JSON.parse(data));

type Subject = { subjectKind: string; subjectId: string; data: EventData };

/** The id by which an entry's self-review is found; empty where it is about none. */
function subjectIdOf({ subjectKind, subjectId, data }: Subject): string {
  if (subjectKind === "response" || subjectKind === "submission") return subjectId;
  const responseId = data["responseId"];
  return typeof responseId === "string" ? responseId : "";
}

async function subjectsOf(app: App, entries: readonly Subject[]) {
  const isCopy = ({ subjectKind }: Subject) => subjectKind === "submission";
  const idsOf = (of: readonly Subject[]) => [...new Set(of.map(subjectIdOf))].filter(Boolean);
  const submissionIds = idsOf(entries.filter(isCopy));
  const responseIds = idsOf(entries.filter((entry) => !isCopy(entry)));
  const rows = await listRecordSubjects(app.db.read, { responseIds, submissionIds });
  return new Map(rows.map((row) => [row.id, row]));
}
