import { waitingIds, type Held } from "~/domain/visit/device-notes";
import type { NotesView } from "~/services/visits/view-notes.server";
import type { DayLine } from "./day-lines";
import type { ListedRow } from "./note-rows";
import type { DeviceState } from "./visit-device";

/** The lines of the day: those of the plan, and those added here that the plan does not show yet. */
export function linesOf({ lines }: Pick<NotesView, "lines">, { activities }: Held): DayLine[] {
  const known = new Set(lines.map(({ id }) => id));
  const added = activities.filter(({ id }) => !known.has(id));
  const own = added.map(({ id, title, startsAt }) => ({
    ...{ id, title, startsAt },
    endsAt: startsAt,
    withWhom: "",
    place: "",
  }));
  return [...lines, ...own].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** "With the class teacher, Room 6, until 10:50"; what is not known is left out. */
export function lineWords({ withWhom, place, startsAt, endsAt }: DayLine): string {
  const parts = [
    withWhom === "" ? "" : `With ${withWhom}`,
    place,
    endsAt > startsAt ? `until ${endsAt}` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "Added on the day" : parts.join(", ");
}

/** This person's notes as storage holds them, newest first; before it is read, as the server listed them. */
export function rowsOf({ notes }: Pick<NotesView, "notes">, state: DeviceState): ListedRow[] {
  const rows =
    state.storage === "ready"
      ? fromStorage(state.held)
      : notes
          .filter(({ removed }) => !removed)
          .map((one) => ({ ...one, problem: null, sent: true }));
  return rows.sort((a, b) => b.notedAt.localeCompare(a.notedAt) || b.id.localeCompare(a.id));
}

function fromStorage(held: Held): ListedRow[] {
  const waiting = waitingIds(held);
  return held.notes.map((note) => ({ ...note, sent: !waiting.has(note.id) }));
}

/** Notes under a line that is not there any more. */
export function strayRows(rows: readonly ListedRow[], lines: readonly DayLine[]): ListedRow[] {
  const known = new Set(lines.map(({ id }) => id));
  return rows.filter(({ activityId }) => !known.has(activityId));
}
