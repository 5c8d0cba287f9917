import { findUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";

/** Longest paragraph of a manager's in every reminder of a round, in UTF-16 code units. */
export const NOTE_MAX = 600;

export type NoteProblem = { field: "note"; message: string; asks?: "names" };

/** Reads the words a manager adds to reminders; empty: none. */
export function readNote(typed: string): Result<string, NoteProblem[]> {
  const note = typed.trim();
  if (note.length > NOTE_MAX) return problem(`Use ${NOTE_MAX} characters or fewer`);
  if (findUpn(note).length > 0) return problem("Take out what looks like a pupil number (UPN)");
  return ok(note);
}

const problem = (message: string): Result<string, NoteProblem[]> =>
  refused([{ field: "note", message }]);
