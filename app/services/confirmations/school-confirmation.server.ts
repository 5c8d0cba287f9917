import type { Day } from "~/domain/calendar/day";
import { renewalOf, type Renewal } from "~/domain/confirmation/renew-rules";
import { renewalOpens } from "~/domain/confirmation/validity";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { listConfirmations, listSchemeReviews } from "~db/queries/confirmations";
import { findDocumentBytes } from "~db/queries/documents";
import { factsOf } from "./confirm.server";
import {
  confirmationSeenBy,
  confirmationViews,
  type ConfirmationView,
} from "./confirmation-views.server";
import { loadConfirmation, type ConfirmationPlace } from "./load-confirmation.server";

/** A confirmation's page in its school: how it stands, its certificate, those before, and renewing. */
export type SchoolConfirmationView = {
  urn: string;
  schoolName: string;
  title: string;
  organisation: string;
  confirmation: ConfirmationView;
  /** The school's other confirmations in the round, latest first. */
  others: ConfirmationView[];
  /** Of the latest; `opensOn` is the day renewing is offered, `responseId` the next self-review once it is begun. */
  renewal: { state: Renewal; opensOn: Day; responseId: string | null };
  mayRenew: boolean;
  seenBy: string[];
};

export async function viewSchoolConfirmation(
  app: App,
  actor: Actor,
  place: ConfirmationPlace,
): Promise<SchoolConfirmationView> {
  const { school, scheme, row, today } = await loadConfirmation(app, actor, place);
  const scope = { roundId: scheme.id, schoolId: school.id };
  const rows = await listConfirmations(app.db.read, scope);
  const [newest] = await listSchemeReviews(app.db.read, {
    roundId: scheme.id,
    schoolIds: [school.id],
  });
  const last = rows[0] ?? row;
  const roundOpen = scheme.closedAt === null;
  const state = renewalOf({ last, newestPeriod: newest?.period ?? 0, roundOpen, today });
  const views = await confirmationViews(app, rows, today);
  const confirmation = views.find(({ id }) => id === row.id);
  if (confirmation === undefined) throw new AppError("not-found");
  return {
    urn: school.urn,
    schoolName: school.name,
    title: scheme.title,
    organisation: scheme.organisationName,
    confirmation,
    others: views.filter(({ id }) => id !== row.id),
    renewal: {
      state,
      opensOn: renewalOpens(last.endsOn),
      responseId: state === "begun" ? (newest?.responseId ?? null) : null,
    },
    mayRenew: can(actor, "confirmation.renew", factsOf(scheme, { schoolId: school.id, today }))
      .allowed,
    seenBy: await confirmationSeenBy(app, { scheme, schoolName: school.name }),
  };
}

/** The sealed certificate, for the school and the organisations. Throws `not-found` until it is made. */
export async function downloadCertificate(
  app: App,
  actor: Actor,
  place: ConfirmationPlace,
): Promise<{ bytes: Buffer; fileName: string }> {
  const { row } = await loadConfirmation(app, actor, place);
  const bytes = await findDocumentBytes(app.db.read, { confirmationId: row.id });
  if (bytes === undefined) throw new AppError("not-found");
  return { bytes, fileName: `${row.reference}.pdf` };
}
