import { londonDate } from "~/domain/calendar/format";
import type { Day } from "~/domain/calendar/day";
import type { VisitMail } from "~/domain/mail/visit-mails";
import type { Role } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { listPlaceGrants, type PlaceGrant } from "~db/queries/grants";
import { findOrganisation } from "~db/queries/organisations";
import { listVisitPeople, type VisitPerson } from "~db/queries/visit-people";
import type { VisitRow } from "~db/queries/visits";
import type { Writer } from "~db/types";

/** Somebody to write to. */
export type VisitRecipient = { userId: string; name: string; email: string };

/** The parties of a visit as mails reach them; read before the transaction. */
export type VisitReaders = {
  /** Heads and coordinators of the host school. */
  hosts: VisitRecipient[];
  heads: VisitRecipient[];
  /** Those asked and those who said yes. */
  reviewers: VisitPerson[];
  managers: VisitRecipient[];
  /** Where managers look after the visit. */
  managerPath: string;
};

type Of = Pick<VisitRow, "id" | "schoolId" | "urn" | "organisationId" | "questionnaireKey">;

/** Everybody who may have to be told of a step. */
export async function visitReaders(app: App, row: Of): Promise<VisitReaders> {
  const { read } = app.db;
  const today = londonDate(app.clock.now());
  const { schoolId, organisationId } = row;
  const team = await listPlaceGrants(read, { schoolId, today });
  const officers = await listPlaceGrants(read, { organisationId, today });
  const organisation = await findOrganisation(read, organisationId);
  const asks = (grants: readonly PlaceGrant[], ...roles: Role[]) =>
    recipients(grants, { roles, today, questionnaireKey: row.questionnaireKey });
  return {
    hosts: asks(team, "head", "coordinator"),
    heads: asks(team, "head"),
    reviewers: await listVisitPeople(read, { visitId: row.id }),
    managers: asks(officers, "manager"),
    managerPath: `/organisations/${organisation?.key ?? ""}/visits/schools/${row.urn}`,
  };
}

type Asked = { roles: readonly Role[]; today: Day; questionnaireKey: string };

function recipients(
  grants: readonly PlaceGrant[],
  { roles, today, questionnaireKey }: Asked,
): VisitRecipient[] {
  const held = grants.filter(
    ({ role, from, questionnaireKey: key }) =>
      roles.includes(role) && from <= today && (key === null || key === questionnaireKey),
  );
  return [...new Map(held.map((one) => [one.userId, one])).values()];
}

export type VisitLetter = {
  what: VisitMail;
  to: readonly VisitRecipient[];
  /** Where the mail leads; the visit's first page unless said otherwise. */
  path?: string;
  by?: Day | null;
  who?: string;
  words?: string;
  /** The day as it stands after the step; as loaded unless said otherwise. */
  day?: Pick<VisitRow, "visitOn" | "startsAt" | "endsAt">;
  calendar?: { method: "REQUEST" | "CANCEL"; text: string } | null;
  notBefore?: Date;
};

type About = Of & Pick<VisitRow, "schoolName" | "visitOn" | "startsAt" | "endsAt">;

/**
 * Queues a mail about a step of a visit to each reader, in the transaction of the step. Call `app.wakeWorker()` after
 * the commit.
 */
export async function mailVisit(
  tx: Writer,
  app: Pick<App, "newId" | "clock">,
  { row, ...letter }: VisitLetter & { row: About },
): Promise<void> {
  const { what, to, path = `/visits/${row.id}`, by = null, who = "", words = "" } = letter;
  const { day = row, calendar = null, notBefore } = letter;
  for (const { userId, name, email } of to) {
    await queueMail(tx, {
      id: app.newId(),
      to: { userId, name, email },
      at: app.clock.now(),
      about: { schoolId: row.schoolId },
      ...(notBefore === undefined ? {} : { notBefore }),
      template: "visit-step",
      data: {
        what,
        schoolName: row.schoolName,
        visitOn: day.visitOn,
        startsAt: day.startsAt,
        endsAt: day.endsAt,
        by,
        who,
        words,
        calendar,
        path,
      },
    });
  }
}
