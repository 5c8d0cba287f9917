import { londonDate } from "~/domain/calendar/format";
import type { RoundMail } from "~/domain/mail/round-mails";
import { opensLater } from "~/domain/round/round";
import type { App } from "~/platform/app.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import type { RoundRow } from "~db/queries/rounds";
import type { Writer } from "~db/types";
import type { RoundReader } from "./round-people.server";

export type RoundLetter = {
  what: RoundMail;
  round: Pick<RoundRow, "title" | "opensOn" | "firstDeadline" | "finalDeadline">;
  organisationName: string;
  school: { id: string; urn: string; name: string };
  to: RoundReader;
  words?: string;
  /** Its own where doing the work again must not write twice. */
  mailId?: string;
};

/** Queues one mail about a round in the transaction of what it tells of. Wake the worker after the commit. */
export async function mailRound(
  tx: Writer,
  app: Pick<App, "newId" | "clock">,
  { what, round, organisationName, school, to, words = "", mailId = app.newId() }: RoundLetter,
): Promise<void> {
  const at = app.clock.now();
  const { title, opensOn, firstDeadline, finalDeadline } = round;
  await queueMail(tx, {
    id: mailId,
    to,
    at,
    about: { schoolId: school.id },
    template: "round-step",
    data: {
      what,
      roundTitle: title,
      schoolName: school.name,
      organisationName,
      opensOn: opensLater(round, londonDate(at)) ? opensOn : null,
      firstDeadline,
      finalDeadline,
      words,
      path: `/schools/${school.urn}`,
    },
  });
}
