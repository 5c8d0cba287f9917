import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { catchesMail } from "~/platform/catches-mail.server";
import { findCaughtMail, listCaughtMails } from "~db/queries/caught-mails";
import { readMessage, type ReadMessage } from "./read-message.server";

export type CaughtMailRow = { id: string; to: string; subject: string; at: Date };
export type CaughtMailView = ReadMessage & { id: string; at: Date };

/** Mails kept instead of being sent, newest first. Throws `not-found` wherever mail really leaves. */
export async function viewCaughtMails(app: App): Promise<CaughtMailRow[]> {
  stopUnlessCaught(app);
  const caught = await listCaughtMails(app.db.read);
  return caught.map(({ id, source, caughtAt }) => {
    const { to, subject } = readMessage(source);
    return { id, to, subject, at: caughtAt };
  });
}

/** One of them. Throws `not-found`. */
export async function viewCaughtMail(app: App, id: string): Promise<CaughtMailView> {
  stopUnlessCaught(app);
  const caught = await findCaughtMail(app.db.read, id);
  if (caught === undefined) throw new AppError("not-found");
  return { ...readMessage(caught.source), id, at: caught.caughtAt };
}

function stopUnlessCaught(app: App): void {
  if (!catchesMail(app.config)) throw new AppError("not-found");
}
