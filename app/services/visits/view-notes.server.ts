import { formatTime } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { whoSeesVisit } from "~/domain/policy/who-sees-visit";
import type { ListedNote } from "~/domain/visit/device-notes";
import type { NotesClosed } from "~/domain/visit/device-words";
import { lineAt, notesClosed } from "~/domain/visit/notes-open";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { findOrganisation } from "~db/queries/organisations";
import { findJottings } from "~db/queries/visit-jottings";
import { listActivities, listNotes, type ActivityRow } from "~db/queries/visit-notes";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { visitHeading, type VisitHeadingView } from "./visit-heading";

/** A line of the day as the notes page lists it. Hours "10:20". */
export type LineView = Pick<
  ActivityRow,
  "id" | "kind" | "title" | "withWhom" | "place" | "startsAt" | "endsAt"
>;

export type NotesView = {
  heading: VisitHeadingView;
  visitId: string;
  /** Whose notes these are, also on the device. */
  person: { id: string; name: string };
  visitOn: string | null;
  /** Null: notes may be written. */
  closed: NotesClosed | null;
  lines: LineView[];
  /** The line to open: as asked for, else the one under way. */
  line: string | null;
  /** This person's own; those taken out as marks without text. */
  notes: ListedNote[];
  jottings: { text: string; version: number };
  whoCanSee: string[];
  /** Ids for a form without JavaScript, so that a form sent twice is one note. */
  ids: { note: string; delivery: string; line: string };
};

type ViewNotes = { visitId: string; line?: string | null };

/**
 * A reviewer's own notes by line of the day. Nobody else's are read here: what the other one wrote is seen when it
 * is filed. Throws `not-found` and `forbidden`; to a reviewer after the end it says only that it is over.
 */
export async function viewNotes(
  app: App,
  actor: Actor,
  { visitId, line = null }: ViewNotes,
): Promise<NotesView> {
  const loaded = await loadVisit(app, actor, { visitId });
  const closed = closedFor(actor, loaded);
  const own = { visitId, authorId: actor.userId };
  const lines = closed === "ended" ? [] : await listActivities(app.db.read, { visitId });
  const notes = closed === "ended" ? [] : await listNotes(app.db.read, own);
  const jottings = closed === "ended" ? undefined : await findJottings(app.db.read, own);
  const now = formatTime(app.clock.now());
  return {
    heading: visitHeading(actor, loaded),
    visitId,
    person: { id: actor.userId, name: actor.name },
    visitOn: loaded.row.visitOn,
    closed,
    lines: lines.map(lineView),
    line: lines.find(({ id }) => id === line)?.id ?? lineAt(lines, now),
    notes: notes.map(({ id, activityId, kind, text, notedAt, version, removedAt }) => ({
      ...{ id, activityId, kind, text, version },
      notedAt: notedAt.toISOString(),
      removed: removedAt !== null,
    })),
    jottings: { text: jottings?.text ?? "", version: jottings?.version ?? 0 },
    whoCanSee: await whoSeesNotes(app, loaded),
    ids: { note: app.newId(), delivery: app.newId(), line: app.newId() },
  };
}

/** Why this reviewer's notes are closed; null: they are open. Stops everybody who is no reviewer of the visit. */
export function closedFor(actor: Actor, { facts, row }: LoadedVisit): NotesClosed | null {
  const verdict = can(actor, "visit.note", facts);
  if (!verdict.allowed && verdict.reason === "assigned-reviewers-only") stopUnless(verdict);
  return notesClosed(verdict, row.state);
}

/** The policy's sentences on who sees notes of this visit. */
export async function whoSeesNotes(app: App, { row }: LoadedVisit): Promise<string[]> {
  const organisation = await findOrganisation(app.db.read, row.organisationId);
  if (organisation === undefined) throw new AppError("not-found");
  return whoSeesVisit("visit-notes", {
    schoolName: row.schoolName,
    organisation: organisation.name,
  });
}

const lineView = ({ id, kind, title, withWhom, place, startsAt, endsAt }: ActivityRow) => ({
  ...{ id, kind, title, withWhom, place, startsAt, endsAt },
});
