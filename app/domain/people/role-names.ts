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

/** The same, said to the person who is asked. */
export const ROLE_OFFERS: Record<Role, string> = {
  head: "You read and manage everything the school does here, and you sign for it",
  coordinator: "You invite colleagues, assign sections and manage. The headteacher signs",
  contributor: "You answer statements and edit the action plan",
  governor: "You read signed copies, and countersign where a round asks for it",
  officer: "You see which schools have returned, read what they signed and reply",
  manager: "You do what an officer does, and look after people and settings",
  reviewer: "You visit other schools for peer moderation",
};
