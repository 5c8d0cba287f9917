import type { MailTemplate } from "~/domain/mail/templates";
import type { App } from "~/platform/app.server";
import { listBouncedMails, listParkedMails } from "~db/queries/mails";

type Scope = { organisationId: string; today: string };

/** Who a mail was for, and how to reach their school otherwise. */
type RecipientView = {
  id: string;
  template: MailTemplate;
  name: string;
  email: string;
  school: { name: string; officeEmail: string | null; telephone: string | null } | null;
};

/** A mail whose address was refused. */
export type BouncedMailView = RecipientView & { at: Date; code: string };
/** A mail that could not be handed over after several tries. */
export type ParkedMailView = RecipientView & { tries: number; problem: string; since: Date };

export type MailTroublesView = { bounced: BouncedMailView[]; parked: ParkedMailView[] };

/** Mails that did not get through, of the places an organisation looks after. The caller has asked the policy. */
export async function mailTroubles(app: App, scope: Scope): Promise<MailTroublesView> {
  const { read } = app.db;
  const bounced = await listBouncedMails(read, scope);
  const parked = await listParkedMails(read, scope);
  return {
    bounced: bounced.map(({ code, at, ...row }) => ({
      ...recipientOf(row),
      code: code ?? "",
      at: at ?? app.clock.now(),
    })),
    parked: parked.map(({ tries, problem, since, ...row }) => ({
      ...recipientOf(row),
      tries,
      problem: problem ?? "",
      since,
    })),
  };
}

/** How many mails did not get through. */
export async function countTroubles(app: App, scope: Scope): Promise<number> {
  const { bounced, parked } = await mailTroubles(app, scope);
  return bounced.length + parked.length;
}

type Row = Omit<RecipientView, "school"> & {
  schoolName: string | null;
  officeEmail: string | null;
  telephone: string | null;
};

function recipientOf({ schoolName, officeEmail, telephone, ...row }: Row): RecipientView {
  const school = schoolName === null ? null : { name: schoolName, officeEmail, telephone };
  return { ...row, school };
}
