import { TEAM_ROLES } from "~/domain/policy/roles";
import type { Role } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { listSchoolTeam, type TeamMember } from "~db/queries/people";
import type { SignerView } from "./views";

type Place = { schoolId: string; questionnaireKey: string; today: string };

/** People with a role in the school today that counts for this questionnaire, by name. */
export async function schoolPeople(app: App, place: Place): Promise<TeamMember[]> {
  const { schoolId, today, questionnaireKey } = place;
  const people = await listSchoolTeam(app.db.read, { schoolId, today });
  return people.filter(
    (person) => person.questionnaireKey === null || person.questionnaireKey === questionnaireKey,
  );
}

/** The people among them in one role, with how each of them signs. */
export function inRole(people: readonly TeamMember[], role: Role): SignerView[] {
  return people
    .filter((person) => person.role === role)
    .map(({ userId, name, signingTitle }) => ({ id: userId, name, title: signingTitle }));
}

/** Those who work on answers, each once, whatever roles they hold. */
export function answeringPeople(people: readonly TeamMember[]): TeamMember[] {
  const team = people.filter((person) => TEAM_ROLES.some((role) => role === person.role));
  return [...new Map(team.map((person) => [person.userId, person])).values()];
}
