import type { Day } from "~/domain/calendar/day";
import { mayConfirm } from "~/domain/confirmation/confirm-rules";
import { confirmationStanding } from "~/domain/confirmation/lifecycle";
import {
  pointsState,
  schemePage,
  type Listed,
  type SchemeFilter,
  type SchemePage,
  type Status,
} from "~/domain/confirmation/list-schools";
import type { Lead } from "~/domain/confirmation/scheme-standing";
import type { ConfirmationStanding } from "~/domain/confirmation/states";
import { nextSeptember, renewalDue } from "~/domain/confirmation/validity";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { listSchoolRolesByEmail } from "~db/queries/confirmations";
import { loadScheme, type SchemePlace } from "./load-scheme.server";
import { schemeSchools, type SchemeSchool } from "./scheme-schools.server";

/** One school of the list: what it signed by its points, who leads, and how its confirmation stands. */
export type SchemeSchoolView = Listed & {
  urn: string;
  name: string;
  district: string | null;
  lead: Lead;
  trainingLapses: Day | null;
  /** When the copy that counts was signed; null: none is. */
  signedAt: Date | null;
  /** Where the copy is read; null: none is there. */
  responseId: string | null;
  confirmation: { standing: ConfirmationStanding; endsOn: Day } | null;
  /** The copy to confirm, where that can be done now. */
  confirmable: string | null;
};

export type SchemeView = {
  organisation: OrganisationView;
  round: { id: string; title: string; closed: boolean };
  filter: SchemeFilter;
  /** The coming rise of September, by when training is looked at. */
  september: Day;
  list: SchemePage<SchemeSchoolView>;
};

/** The schools of a rolling round for whoever confirms them. Throws `not-found`. */
export async function viewScheme(
  app: App,
  actor: Actor,
  { filter, ...place }: SchemePlace & { filter: SchemeFilter },
): Promise<SchemeView> {
  const { organisation, scheme, today } = await loadScheme(app, actor, place);
  const schools = await schemeSchools(app.db.read, { scheme });
  const left = await leadsWhoLeft(app, schools, today);
  const closed = scheme.closedAt !== null;
  const rows = schools
    .map((school) => schoolView(school, { today, closed, left }))
    .sort((one, other) => one.name.localeCompare(other.name, "en-GB"));
  return {
    organisation,
    round: { id: scheme.id, title: scheme.title, closed },
    filter,
    september: nextSeptember(today),
    list: schemePage(rows, filter),
  };
}

/** Schools whose lead, by the address in the copy, had a role there and has none any more. */
async function leadsWhoLeft(
  app: App,
  schools: readonly SchemeSchool[],
  today: Day,
): Promise<ReadonlySet<string>> {
  const emailOf = ({ copy }: SchemeSchool) => copy?.scheme.lead.email.toLowerCase() ?? "";
  const emails = new Set(schools.map(emailOf).filter((email) => email !== ""));
  const roles = await listSchoolRolesByEmail(app.db.read, [...emails]);
  const left = schools.filter((school) => {
    const held = roles.filter(
      ({ schoolId, email }) => schoolId === school.schoolId && email === emailOf(school),
    );
    return held.length > 0 && held.every(({ to }) => to !== null && to < today);
  });
  return new Set(left.map(({ schoolId }) => schoolId));
}

type Viewing = { today: Day; closed: boolean; left: ReadonlySet<string> };

function schoolView(school: SchemeSchool, { today, closed, left }: Viewing): SchemeSchoolView {
  const { copy, last } = school;
  const verdict = mayConfirm({ copy, last, today });
  const confirmable = verdict.ok && !closed ? verdict.value.submissionId : null;
  const standing = last === null ? null : confirmationStanding(last, today);
  const lapses = copy?.scheme.trainingLapses ?? null;
  return {
    urn: school.urn,
    name: school.name,
    district: school.district,
    authority: school.authority,
    points: pointsState(copy !== null, copy?.scheme.missing.length ?? 0),
    missing: copy?.scheme.missing ?? [],
    statuses: statusesOf({ standing, confirmable, endsOn: last?.endsOn ?? null, today }),
    lapses: lapses !== null && lapses < nextSeptember(today),
    leadLeft: left.has(school.schoolId),
    lead: copy?.scheme.lead ?? { name: "", email: "" },
    trainingLapses: lapses,
    signedAt: copy?.signedAt ?? null,
    responseId: copy?.responseId ?? null,
    confirmation: last === null || standing === null ? null : { standing, endsOn: last.endsOn },
    confirmable,
  };
}

type Statuses = {
  standing: ConfirmationStanding | null;
  confirmable: string | null;
  endsOn: Day | null;
  today: Day;
};

function statusesOf({ standing, confirmable, endsOn, today }: Statuses): Status[] {
  const runs = standing === "confirmed";
  return [
    ...(confirmable === null ? [] : (["to-confirm"] as const)),
    ...(runs ? (["confirmed"] as const) : []),
    ...(runs && endsOn !== null && renewalDue(endsOn, today) ? (["renewing"] as const) : []),
    ...(standing === "lapsed" ? (["lapsed"] as const) : []),
  ];
}
