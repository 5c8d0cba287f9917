import { formatTime } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { NotesClosed } from "~/domain/visit/device-words";
import { NOT_FOR_RECORD, type NoteKind } from "~/domain/visit/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { namesOfVisit } from "~db/queries/visit-own";
import { listVisitPeople } from "~db/queries/visit-people";
import { fileNoteTo, listActivities, listNotes, type NoteRow } from "~db/queries/visit-notes";
import { findVisit, listVisitFocus } from "~db/queries/visits";
import { focusLabels } from "./focus-labels.server";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { closedFor, whoSeesNotes } from "./view-notes.server";
import { visitHeading, type VisitHeadingView } from "./visit-heading";

/** A note as both reviewers may see it once it is filed. `at`: the line of the day and the hour. */
export type FiledNoteView = { id: string; kind: NoteKind; text: string; at: string };
export type OwnNoteView = FiledNoteView & { filedTo: string | null };

export type FiledForFocus = FiledNoteView & { key: string };

export type FocusCount = { key: string; title: string; mine: number; theirs: number };

export type FilingView = {
  heading: VisitHeadingView;
  visitId: string;
  person: { id: string; name: string };
  closed: NotesClosed | null;
  /** This person's own, unfiled first. */
  notes: OwnNoteView[];
  focus: FocusCount[];
  /** The other reviewer: of notes not filed yet only how many there are. */
  other: {
    name: string;
    filed: number;
    all: number;
    notes: FiledForFocus[];
  } | null;
  /** Reviewers who have left the visit since, with what they had filed to the focus. */
  left: { name: string; notes: FiledForFocus[] }[];
  /** Each gives a view before seeing the other's. */
  viewsFirst: boolean;
  whoCanSee: string[];
};

/**
 * A reviewer's notes to file to what the school asked about, and what the other has filed (design.md section 3).
 * Of the other's unfiled notes, and of those not for the record, only the number leaves this function.
 */
export async function viewFiling(
  app: App,
  actor: Actor,
  { visitId }: { visitId: string },
): Promise<FilingView> {
  const loaded = await loadVisit(app, actor, { visitId });
  const closed = closedFor(actor, loaded);
  const rows = closed === "ended" ? [] : await listNotes(app.db.read, { visitId });
  const standing = rows.filter(({ removedAt }) => removedAt === null);
  const mine = standing.filter(({ authorId }) => authorId === actor.userId);
  const theirs = standing.filter(({ authorId }) => authorId !== actor.userId);
  const viewOf = await noteViews(app, visitId);
  const focus = await listVisitFocus(app.db.read, { visitId });
  const labels = await focusLabels(app, loaded.row, focus);
  const unfiled = (one: NoteRow) => one.filedTo === null;
  const ordered = [...mine.filter(unfiled), ...mine.filter((one) => !unfiled(one))];
  return {
    heading: visitHeading(actor, loaded),
    visitId,
    person: { id: actor.userId, name: actor.name },
    closed,
    notes: ordered.map((row) => ({ ...viewOf(row), filedTo: row.filedTo })),
    focus: labels.map(({ key, title }) => ({
      ...{ key, title },
      mine: mine.filter(({ filedTo }) => filedTo === key).length,
      theirs: theirs.filter(({ filedTo }) => filedTo === key).length,
    })),
    ...(await othersOf(app, {
      actor,
      visitId,
      theirs,
      viewOf,
      keys: labels.map(({ key }) => key),
    })),
    viewsFirst: loaded.row.viewsFirst,
    whoCanSee: await whoSeesNotes(app, loaded),
  };
}

type ViewOf = (row: NoteRow) => FiledNoteView;

async function noteViews(app: App, visitId: string): Promise<ViewOf> {
  const lines = await listActivities(app.db.read, { visitId });
  const titles = new Map(lines.map(({ id, title }) => [id, title]));
  return ({ id, kind, text, activityId, notedAt }) => {
    const title = titles.get(activityId);
    const hour = formatTime(notedAt);
    return { id, kind, text, at: title === undefined ? hour : `${title}, ${hour}` };
  };
}

type Other = {
  actor: Actor;
  visitId: string;
  theirs: readonly NoteRow[];
  viewOf: ViewOf;
  keys: readonly string[];
};

/** What others filed, each under the name of whoever wrote it. */
async function othersOf(
  app: App,
  { actor, visitId, theirs, viewOf, keys }: Other,
): Promise<Pick<FilingView, "other" | "left">> {
  const people = await listVisitPeople(app.db.read, { visitId });
  const names = await namesOfVisit(app.db.read, { visitId });
  const other = people.find(({ userId }) => userId !== actor.userId);
  const by = (userId: string) => theirs.filter(({ authorId }) => authorId === userId);
  const shownOf = (rows: readonly NoteRow[]) =>
    rows.flatMap((row) =>
      row.filedTo !== null && keys.includes(row.filedTo)
        ? [{ ...viewOf(row), key: row.filedTo }]
        : [],
    );
  const gone = [...names].filter(([userId]) => !people.some((one) => one.userId === userId));
  const left = gone.map(([userId, name]) => ({ name, notes: shownOf(by(userId)) }));
  const withNotes = left.filter(({ notes }) => notes.length > 0);
  if (other === undefined) return { other: null, left: withNotes };
  const rows = by(other.userId);
  const filed = rows.filter(({ filedTo }) => filedTo !== null);
  const { name } = other;
  const shown = { name, filed: filed.length, all: rows.length, notes: shownOf(rows) };
  return { other: shown, left: withNotes };
}

/** `to`: a focus key, NOT_FOR_RECORD, or null to take it back out. */
export type FileNoteInput = { visitId: string; noteId: string; to: string | null };

/**
 * Files one of the person's own notes. Throws `invalid` for what the visit does not look at, `not-found` for a note
 * that is not theirs, and `conflict` when the visit has moved on meanwhile.
 */
export async function fileNote(
  app: App,
  actor: Actor,
  { visitId, noteId, to }: FileNoteInput,
): Promise<void> {
  const loaded = await loadVisit(app, actor, { visitId });
  stopUnless(can(actor, "visit.file", loaded.facts));
  await app.db.transact(async (tx) => {
    const focus = await listVisitFocus(tx, { visitId });
    const isKnown = to === null || to === NOT_FOR_RECORD || focus.some(({ key }) => key === to);
    if (!isKnown) throw new AppError("invalid");
    if (!(await standsAs(tx, loaded))) throw new AppError("conflict");
    const filed = await fileNoteTo(tx, { noteId, visitId, authorId: actor.userId }, to);
    if (!filed) throw new AppError("not-found");
  });
}

async function standsAs(tx: Parameters<typeof findVisit>[0], { row }: LoadedVisit) {
  return (await findVisit(tx, { visitId: row.id }))?.state === row.state;
}
