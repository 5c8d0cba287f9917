import type { Day } from "~/domain/calendar/day";
import { mayConfirm, type NotConfirmable } from "~/domain/confirmation/confirm-rules";
import { confirmedUntil } from "~/domain/confirmation/validity";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { loadScheme, type SchemePlace } from "./load-scheme.server";
import { schemeSchools, type SchemeSchool } from "./scheme-schools.server";

/** A school that will be confirmed: until when, for which copy, and who is written to beside its head. */
export type PreviewRow = {
  urn: string;
  name: string;
  authority: string;
  submissionId: string;
  copy: { number: number; reference: string; signedAt: Date };
  leadEmail: string;
  until: Day;
  /** It renews one that runs until then; null: it is the first, or the one before was withdrawn. */
  before: Day | null;
};

export type PreviewView = {
  organisation: OrganisationView;
  round: { id: string; title: string };
  points: number;
  rows: PreviewRow[];
  /** Chosen schools that cannot be confirmed now, and why. */
  others: { urn: string; name: string; why: NotConfirmable | "round-closed" }[];
};

/** What confirming the chosen schools will do, before it is done. Unknown URNs are left out. Throws `not-found`. */
export async function previewConfirming(
  app: App,
  actor: Actor,
  { urns, ...place }: SchemePlace & { urns: readonly string[] },
): Promise<PreviewView> {
  const { organisation, scheme, today } = await loadScheme(app, actor, place);
  const all = await schemeSchools(app.db.read, { scheme });
  const chosen = all.filter(({ urn }) => urns.includes(urn));
  const months = scheme.validityMonths;
  const rows: PreviewRow[] = [];
  const others: PreviewView["others"] = [];
  for (const school of chosen.sort((one, other) => one.name.localeCompare(other.name, "en-GB"))) {
    const { urn, name, authority, copy, last } = school;
    const verdict = mayConfirm({ copy, last, today });
    if (!verdict.ok || copy === null || scheme.closedAt !== null) {
      others.push({ urn, name, why: verdict.ok ? "round-closed" : verdict.problem });
      continue;
    }
    const before = lastDayBefore(school);
    const until = confirmedUntil({ today, months, before });
    const { submissionId, number, reference, signedAt } = copy;
    const leadEmail = copy.scheme.lead.email;
    rows.push({
      ...{ urn, name, authority, submissionId, leadEmail, until, before },
      copy: { number, reference, signedAt },
    });
  }
  const points = chosen.find(({ copy }) => copy !== null)?.copy?.scheme.points ?? 0;
  return { organisation, round: { id: scheme.id, title: scheme.title }, points, rows, others };
}

/** The last day of the confirmation that a new one takes on from. */
export const lastDayBefore = ({ last }: SchemeSchool): Day | null =>
  last?.state === "standing" ? last.endsOn : null;
