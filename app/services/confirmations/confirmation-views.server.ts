import type { Day } from "~/domain/calendar/day";
import { confirmationStanding } from "~/domain/confirmation/lifecycle";
import type { ConfirmationStanding } from "~/domain/confirmation/states";
import { whoSeesConfirmation } from "~/domain/policy/who-sees";
import type { DocumentState } from "~/domain/submission/states";
import type { App } from "~/platform/app.server";
import { shareNames } from "~/services/answering/seen-by.server";
import type { ConfirmationRow, SchemeRow } from "~db/queries/confirmations";
import { findDocument } from "~db/queries/documents";

/** One confirmation as its pages show it. */
export type ConfirmationView = {
  id: string;
  reference: string;
  standing: ConfirmationStanding;
  confirmedOn: Day;
  endsOn: Day;
  confirmedBy: string;
  period: number;
  copyNumber: number;
  responseId: string;
  withdrawn: { at: Date; reason: string } | null;
  certificate: { state: DocumentState; size: number };
};

export async function confirmationViews(
  app: App,
  rows: readonly ConfirmationRow[],
  today: Day,
): Promise<ConfirmationView[]> {
  return Promise.all(rows.map((row) => confirmationView(app, row, today)));
}

async function confirmationView(
  app: App,
  row: ConfirmationRow,
  today: Day,
): Promise<ConfirmationView> {
  const { id, reference, confirmedOn, endsOn, period, copyNumber, responseId } = row;
  const document = await findDocument(app.db.read, { confirmationId: id });
  return {
    ...{ id, reference, confirmedOn, endsOn, period, copyNumber, responseId },
    standing: confirmationStanding(row, today),
    confirmedBy: row.confirmedByName,
    withdrawn:
      row.withdrawnAt === null ? null : { at: row.withdrawnAt, reason: row.withdrawnReason ?? "" },
    certificate: { state: document?.state ?? "pending", size: document?.size ?? 0 },
  };
}

/** Who may see a school's status in the scheme, as the policy answers. */
export async function confirmationSeenBy(
  app: App,
  { scheme, schoolName }: { scheme: SchemeRow; schoolName: string },
): Promise<string[]> {
  const sharedWith = await shareNames(app, scheme.id);
  return whoSeesConfirmation({ schoolName, organisation: scheme.organisationName, sharedWith });
}
