import type { Actor } from "~/domain/policy/actor";
import type { DeliveryAnswer } from "~/domain/visit/delivery";
import type { NoteKind } from "~/domain/visit/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { deliverNotes } from "./deliver-notes.server";

/** A note as a form posts it. `notedAt` undefined: now. */
export type PostedNote = {
  note: string;
  delivery: string;
  line: string;
  base: number;
  kind: NoteKind;
  text: string;
  notedAt?: string | undefined;
  namesConfirmed: boolean;
};

/** Takes one note from a form, as it takes many from a device: a form sent twice is one note. */
export async function postNote(
  app: App,
  actor: Actor,
  { visitId, note, removed }: { visitId: string; note: PostedNote; removed: boolean },
): Promise<DeliveryAnswer> {
  const { note: noteId, delivery: id, line: activityId, base, kind, text, notedAt } = note;
  const { namesConfirmed } = note;
  const [answer] = await deliverNotes(app, actor, {
    visitId,
    person: actor.userId,
    activities: [],
    deliveries: [
      {
        ...{ id, noteId, activityId, kind, removed, namesConfirmed },
        baseVersion: base,
        text: text.trim(),
        notedAt: notedAt === undefined ? app.clock.now() : new Date(notedAt),
      },
    ],
  });
  if (answer === undefined) throw new AppError("invalid");
  return answer;
}

type PostLine = { visitId: string; added: { line: string; title: string; startsAt: string } };

/** Adds a line of the day from a form. */
export async function postLine(
  app: App,
  actor: Actor,
  { visitId, added: { line: id, title, startsAt } }: PostLine,
): Promise<void> {
  await deliverNotes(app, actor, {
    visitId,
    person: actor.userId,
    activities: [{ id, title, startsAt, kind: "other" }],
    deliveries: [],
  });
}
