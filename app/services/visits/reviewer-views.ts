import type { Actor } from "~/domain/policy/actor";
import type { VisitPerson } from "~db/queries/visit-people";
import type { ReviewerView } from "./views";

/** The pair as everybody in the visit sees it, lead first. */
export function reviewerViews(
  people: readonly VisitPerson[],
  { userId }: Pick<Actor, "userId">,
): ReviewerView[] {
  return people.map((person) => ({
    part: person.part,
    name: person.name,
    post: person.post,
    homeSchoolName: person.homeSchoolName,
    homeTown: person.homeTown,
    accepted: person.standing === "accepted",
    isYou: person.userId === userId,
  }));
}
