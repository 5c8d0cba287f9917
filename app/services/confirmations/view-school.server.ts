import type { Day } from "~/domain/calendar/day";
import { mayConfirm, type NotConfirmable } from "~/domain/confirmation/confirm-rules";
import type { Lead, MissingPoint } from "~/domain/confirmation/scheme-standing";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { ResponseState } from "~/domain/response/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { listConfirmations, listSchemeReviews } from "~db/queries/confirmations";
import { findDocumentBytes } from "~db/queries/documents";
import { findSchoolByUrn } from "~db/queries/schools";
import { factsOf } from "./confirm.server";
import {
  confirmationSeenBy,
  confirmationViews,
  type ConfirmationView,
} from "./confirmation-views.server";
import { loadScheme, type SchemePlace } from "./load-scheme.server";
import { schemeSchools } from "./scheme-schools.server";

/** One school of a scheme for its organisation: what it signed by its points, its periods, its confirmations. */
export type SchemeSchoolPageView = {
  organisation: OrganisationView;
  round: { id: string; title: string };
  urn: string;
  name: string;
  authority: string;
  district: string | null;
  copy: {
    responseId: string;
    number: number;
    signedAt: Date;
    points: number;
    missing: MissingPoint[];
    lead: Lead;
    trainingLapses: Day | null;
  } | null;
  /** `null`: it can be confirmed now. */
  notConfirmable: NotConfirmable | "round-closed" | null;
  /** Newest first. */
  periods: { period: number; state: ResponseState; signedAt: Date | null }[];
  /** Latest first. */
  confirmations: ConfirmationView[];
  mayWithdraw: boolean;
  seenBy: string[];
};

type Place = SchemePlace & { urn: string };

/** Throws `not-found` where the school is not in the round. */
export async function viewSchemeSchool(
  app: App,
  actor: Actor,
  { urn, ...place }: Place,
): Promise<SchemeSchoolPageView> {
  const { organisation, scheme, today } = await loadScheme(app, actor, place);
  const schoolId = await schoolIn(app, urn);
  const [school] = await schemeSchools(app.db.read, { scheme, schoolIds: [schoolId] });
  if (school === undefined) throw new AppError("not-found");
  const { copy, last } = school;
  const verdict = mayConfirm({ copy, last, today });
  const closed = scheme.closedAt !== null;
  const facts = factsOf(scheme, { schoolId, today });
  const rows = await listConfirmations(app.db.read, { roundId: scheme.id, schoolId });
  const reviews = await listSchemeReviews(app.db.read, {
    roundId: scheme.id,
    schoolIds: [schoolId],
  });
  const confirmations = await confirmationViews(app, rows, today);
  return {
    organisation,
    round: { id: scheme.id, title: scheme.title },
    urn,
    name: school.name,
    authority: school.authority,
    district: school.district,
    copy: copy && {
      responseId: copy.responseId,
      number: copy.number,
      signedAt: copy.signedAt,
      ...copy.scheme,
    },
    notConfirmable: verdict.ok ? (closed ? "round-closed" : null) : verdict.problem,
    periods: reviews.map(({ period, state, signedAt }) => ({ period, state, signedAt })),
    confirmations,
    mayWithdraw:
      confirmations[0]?.standing === "confirmed" &&
      can(actor, "confirmation.withdraw", facts).allowed,
    seenBy: await confirmationSeenBy(app, { scheme, schoolName: school.name }),
  };
}

async function schoolIn(app: App, urn: string): Promise<string> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  return school.id;
}

/** The sealed certificate, under the organisation's address. Throws `not-found` until it is made. */
export async function downloadSchemeCertificate(
  app: App,
  actor: Actor,
  { urn, confirmationId, ...place }: Place & { confirmationId: string },
): Promise<{ bytes: Buffer; fileName: string }> {
  const { scheme } = await loadScheme(app, actor, place);
  const schoolId = await schoolIn(app, urn);
  const rows = await listConfirmations(app.db.read, { roundId: scheme.id, schoolId });
  const row = rows.find(({ id }) => id === confirmationId);
  const bytes = row && (await findDocumentBytes(app.db.read, { confirmationId }));
  if (row === undefined || bytes === undefined) throw new AppError("not-found");
  return { bytes, fileName: `${row.reference}.pdf` };
}
