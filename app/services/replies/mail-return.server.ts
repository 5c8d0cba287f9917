import type { MailData } from "~/domain/mail/templates";
import type { Role } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { listPlaceGrants } from "~db/queries/grants";
import type { Reader, Writer } from "~db/types";
import type { LoadedReturn } from "./load-return.server";

/** Somebody to write to. */
export type ReturnReader = { userId: string; name: string; email: string };

const LEADS: readonly Role[] = ["head", "coordinator"];

type AtSchool = { schoolId: string; questionnaireKey: string; today: string };

/** Heads and coordinators of a school whose role covers the questionnaire. */
export async function schoolLeads(
  read: Reader,
  { schoolId, questionnaireKey, today }: AtSchool,
): Promise<ReturnReader[]> {
  const grants = await listPlaceGrants(read, { schoolId, today });
  const held = grants.filter(
    ({ role, from, questionnaireKey: key }) =>
      LEADS.includes(role) && from <= today && (key === null || key === questionnaireKey),
  );
  return [...new Map(held.map((one) => [one.userId, one])).values()];
}

type Step = {
  loaded: LoadedReturn;
  what: MailData<"return-step">["what"];
  itemKey: string | null;
  to: readonly ReturnReader[];
  path: string;
  at: Date;
};

/** Queues a mail about a question, an answer or a reply. Call `app.wakeWorker()` after the commit. */
export async function mailReturnStep(
  tx: Writer,
  app: Pick<App, "newId">,
  { loaded, what, itemKey, to, path, at }: Step,
): Promise<void> {
  for (const { userId, name, email } of to) {
    await queueMail(tx, {
      id: app.newId(),
      to: { userId, name, email },
      at,
      about:
        what === "answered"
          ? { organisationId: loaded.organisation.id }
          : { schoolId: loaded.school.id },
      template: "return-step",
      data: {
        what,
        schoolName: loaded.school.name,
        title: loaded.title,
        organisationName: loaded.organisation.name,
        itemKey,
        path,
      },
    });
  }
}

/** Where the school reads what was written about its return. */
export const repliesPath = ({ school, row }: Pick<LoadedReturn, "school" | "row">): string =>
  `/schools/${school.urn}/self-reviews/${row.id}/replies`;

/** Where officers read the return. */
export const returnPath = ({
  organisation,
  row,
}: Pick<LoadedReturn, "organisation" | "row">): string =>
  `/organisations/${organisation.key}/returns/${row.id}`;
