import { composedText } from "~/domain/composed-text";
import type { OrganisationKind } from "~/domain/organisation/organisation";
import type { Role } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { normalEmail, PERSON_WORDS, readEmail, readPersonName } from "./person-fields";
import { readRoleDates, type RoleDates } from "./role-dates";

/** An invitation as typed. */
export type InvitationFields = {
  name: string;
  email: string;
  role: string;
  from: string;
  to: string;
  signingTitle: string;
  questionnaireKey: string;
};
export type InvitationProblem = { field: keyof InvitationFields; message: string };

/** An invitation that may be sent. */
export type Offer = RoleDates & {
  name: string;
  email: string;
  emailNormal: string;
  role: Role;
  signingTitle: string | null;
  questionnaireKey: string | null;
};

/** Invitations of a school that may wait at once, and times one is sent: mail goes to people who did not ask. */
export const MOST_WAITING = 60;
export const MOST_SENDS = 5;

const TITLE_MAX = 80;
/** Roles in charge of a place, and roles outside one: they cover every questionnaire or none. */
const UNLIMITED: readonly Role[] = ["head", "manager", "reviewer"];

/** Roles somebody may offer in a school: a coordinator may not make a head (design.md section 3). */
export function rolesToOffer(may: { manage: boolean; inviteHead: boolean }): readonly Role[] {
  if (!may.manage) return [];
  const roles: readonly Role[] = ["coordinator", "contributor", "governor"];
  return may.inviteHead ? ["head", ...roles] : roles;
}

/** Roles a manager may offer in their organisation. Reviewers are accredited by authorities and trusts. */
export function rolesOfOrganisation(kind: OrganisationKind): readonly Role[] {
  return kind === "health" ? ["officer", "manager"] : ["officer", "manager", "reviewer"];
}

/** Whether managers of this kind of organisation invite heads of the schools it covers. */
export const invitesHeads = (kind: OrganisationKind): boolean => kind !== "health";

type Allowed = {
  today: string;
  roles: readonly Role[];
  /** Keys a role may be limited to. */
  questionnaires: readonly string[];
};

/** Reads what was typed for an invitation; every problem is told, each at its field. */
export function judgeInvitation(
  typed: InvitationFields,
  { today, roles, questionnaires }: Allowed,
): Result<Offer, InvitationProblem[]> {
  const name = readPersonName(typed.name);
  const email = readEmail(typed.email);
  const role = roles.find((one) => one === typed.role);
  const dates = readRoleDates(typed, today);
  const title = composedText(typed.signingTitle).replace(/\s+/g, " ").trim();
  const key = typed.questionnaireKey === "" ? null : typed.questionnaireKey;
  const problems: InvitationProblem[] = [
    ...(name === null ? [{ field: "name" as const, message: PERSON_WORDS.name }] : []),
    ...(email === null ? [{ field: "email" as const, message: PERSON_WORDS.email }] : []),
    ...(role === undefined ? [{ field: "role" as const, message: "Choose a role" }] : []),
    ...(dates.ok ? [] : dates.problem),
    ...titleProblems(title),
    ...limitProblems({ key, role, questionnaires }),
  ];
  if (name === null || email === null || role === undefined || !dates.ok) return refused(problems);
  if (problems.length > 0) return refused(problems);
  const signingTitle = title === "" ? null : title;
  return ok({
    name,
    email,
    emailNormal: normalEmail(email),
    role,
    ...dates.value,
    signingTitle,
    questionnaireKey: key,
  });
}

/** A title stands beside signatures and in mails, so it is words. */
function titleProblems(title: string): InvitationProblem[] {
  if (title === "" || (title.length <= TITLE_MAX && /^[\p{L}\p{M}'’&,() -]+$/u.test(title)))
    return [];
  const message = "Enter a title of 80 letters or fewer, like acting headteacher";
  return [{ field: "signingTitle", message }];
}

type Limit = { key: string | null; role: Role | undefined; questionnaires: readonly string[] };

function limitProblems({ key, role, questionnaires }: Limit): InvitationProblem[] {
  if (key === null) return [];
  const field = "questionnaireKey";
  if (!questionnaires.includes(key))
    return [{ field, message: "Choose a questionnaire of the list" }];
  if (role === undefined || !UNLIMITED.includes(role)) return [];
  return [{ field, message: "This role covers every questionnaire: choose all of them" }];
}

/** The title as read, or null where it cannot stand. */
export function readSigningTitle(typed: string): Result<string | null, InvitationProblem[]> {
  const title = composedText(typed).replace(/\s+/g, " ").trim();
  const problems = titleProblems(title);
  return problems.length > 0 ? refused(problems) : ok(title === "" ? null : title);
}
