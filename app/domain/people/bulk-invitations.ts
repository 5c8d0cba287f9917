import type { OrganisationKind } from "~/domain/organisation/organisation";
import type { Role } from "~/domain/policy/actor";
import {
  invitesHeads,
  judgeInvitation,
  rolesOfOrganisation,
  type InvitationFields,
  type Offer,
} from "./invitation";

/** Lines of a file that are read; more are refused whole. */
export const MOST_ROWS = 300;

/** A line of a file of people. `urn` is the school of a head; empty for the organisation itself. */
export type BulkRow = { line: number; urn: string; fields: InvitationFields };

/** A place as an invitation needs it. */
export type BulkPlace = { schoolId: string } | { organisationId: string };

export type JudgedRow = {
  line: number;
  typed: { name: string; email: string; role: string; urn: string };
  placeName: string;
  problems: readonly string[];
  /** Null: it is not sent. */
  ready: { offer: Offer; place: BulkPlace } | null;
};

type Known = {
  today: string;
  organisation: { id: string; name: string; kind: OrganisationKind };
  /** Schools the organisation covers, by URN. */
  schools: ReadonlyMap<string, { id: string; name: string }>;
  /** Who has a role or waits for an answer already, as `personKey` writes it. */
  taken: ReadonlySet<string>;
};

/** One person in one role at one place. */
export const personKey = (one: { emailNormal: string; role: Role; placeId: string }): string =>
  `${one.emailNormal} ${one.role} ${one.placeId}`;

const ROLE_OF: Readonly<Record<string, Role>> = {
  head: "head",
  headteacher: "head",
  principal: "head",
  officer: "officer",
  "nhs officer": "officer",
  manager: "manager",
  "nhs manager": "manager",
  reviewer: "reviewer",
};

/** Judges every line by the rules of a single invitation; a person twice in the file is asked once. */
export function judgeBulk(rows: readonly BulkRow[], known: Known): JudgedRow[] {
  const taken = new Set(known.taken);
  return rows.map((row) => {
    const judged = judgeRow(row, known);
    if (judged.ready === null) return judged;
    const { offer, place } = judged.ready;
    const placeId = "schoolId" in place ? place.schoolId : place.organisationId;
    const key = personKey({ ...offer, placeId });
    if (taken.has(key)) {
      return {
        ...judged,
        ready: null,
        problems: ["This person is in this role, or asked already"],
      };
    }
    taken.add(key);
    return judged;
  });
}

function judgeRow({ line, urn, fields }: BulkRow, known: Known): JudgedRow {
  const { organisation, schools, today } = known;
  const role = ROLE_OF[fields.role.trim().toLowerCase()] ?? "";
  const school = schools.get(urn.trim());
  const roles: readonly Role[] =
    role === "head"
      ? invitesHeads(organisation.kind)
        ? ["head"]
        : []
      : rolesOfOrganisation(organisation.kind);
  const offer = judgeInvitation({ ...fields, role }, { today, roles, questionnaires: [] });
  const place = placeProblem({ role, urn, isCovered: school !== undefined });
  const problems = [
    ...(offer.ok ? [] : offer.problem.map(({ field, message }) => `${field}: ${message}`)),
    ...(place === null ? [] : [place]),
  ];
  const { name, email } = fields;
  const typed = { name, email, role: fields.role, urn };
  const placeName = role === "head" ? (school?.name ?? "") : organisation.name;
  if (!offer.ok || problems.length > 0) return { line, typed, placeName, problems, ready: null };
  const at = school === undefined ? { organisationId: organisation.id } : { schoolId: school.id };
  return { line, typed, placeName, problems, ready: { offer: offer.value, place: at } };
}

type PlaceFacts = { role: string; urn: string; isCovered: boolean };

/** An unknown role is told of by itself: whether it has a school is known once it is put right. */
function placeProblem({ role, urn, isCovered }: PlaceFacts): string | null {
  if (role === "") return null;
  if (role === "head") return isCovered ? null : "urn: Enter the URN of a school you cover";
  return urn.trim() === "" ? null : "urn: Leave the URN out, unless the role is headteacher";
}
