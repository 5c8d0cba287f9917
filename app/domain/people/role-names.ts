import type { OrganisationKind } from "~/domain/organisation/organisation";
import type { Role } from "~/domain/policy/actor";

const NAMES: Record<Role, string> = {
  head: "headteacher",
  coordinator: "coordinator",
  contributor: "colleague",
  governor: "governor",
  officer: "officer",
  manager: "manager",
  reviewer: "reviewer",
};

const HEALTH_NAMES: Partial<Record<Role, string>> = {
  officer: "NHS officer",
  manager: "NHS manager",
};

type Named = { role: Role; signingTitle?: string | null; kind?: OrganisationKind };

/** A role as it is written to and about a person: the signing title where there is one, "acting headteacher". */
export function roleName({ role, signingTitle = null, kind }: Named): string {
  if (signingTitle !== null) return signingTitle;
  return (kind === "health" ? HEALTH_NAMES[role] : undefined) ?? NAMES[role];
}

/** What each role does, in a line (design.md section 3). */
export const ROLE_MEANINGS: Record<Role, string> = {
  head: "Signs. Headteacher or principal; also acting, executive and head of school",
  coordinator: "SENCO or business manager: invites, assigns and manages. May not sign",
  contributor: "Answers statements and edits the action plan",
  governor: "Reads signed copies and countersigns where a round asks for it",
  officer: "Sees who has returned, reads returns and replies",
  manager: "An officer who also looks after people and settings",
  reviewer: "Visits other schools for peer moderation",
};
