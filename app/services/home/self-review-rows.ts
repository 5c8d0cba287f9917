import type { TeamMember } from "~db/queries/people";
import { sectionProgress } from "~/domain/questionnaire/progress";
import { schemePoints } from "~/domain/questionnaire/scheme-points";
import { inHomeOrder } from "~/domain/response/home";
import { opensLater } from "~/domain/round/round";
import { layoutOf } from "../answering/response-header";
import type { OnHome } from "./home-responses.server";
import type { SelfReviewRowView } from "./views";

/** Every self-review of the school that the person may read, in the order of home. */
export function selfReviewRows(
  responses: readonly OnHome[],
  people: readonly TeamMember[],
): SelfReviewRowView[] {
  return inHomeOrder(responses).map((one) => rowOf(one, people));
}

function rowOf(one: OnHome, people: readonly TeamMember[]): SelfReviewRowView {
  const { review, loaded } = one;
  const { row, definition } = loaded;
  const progress = sectionProgress(review);
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const layout = layoutOf(definition);
  const asked = review.sections.map(({ section }) => section.key);
  return {
    responseId: one.id,
    title: one.title,
    state: one.state,
    private: one.isPrivate,
    layout,
    confirmed: row.phases !== null,
    done: sum(progress.map(({ done }) => done)),
    total: sum(progress.map(({ total }) => total)),
    sectionsOnly: asked.length < definition.sections.length ? asked : null,
    owner: row.ownerName,
    starters: layout === "one-page" ? schemePoints(review).starters : null,
    signs: {
      head: nameOf(people, { role: "head", questionnaireKey: row.questionnaireKey }),
      governor:
        row.governorSigns === true
          ? nameOf(people, { role: "governor", questionnaireKey: row.questionnaireKey })
          : null,
    },
    deadlines: one.deadlines.slice(),
    opensOn:
      row.opensOn !== null && opensLater({ opensOn: row.opensOn }, loaded.today)
        ? row.opensOn
        : null,
    readyAt: row.readyAt,
  };
}

/** Who signs in a role: the first by name where several hold it. */
function nameOf(
  people: readonly TeamMember[],
  { role, questionnaireKey }: { role: TeamMember["role"]; questionnaireKey: string },
): string | null {
  const counts = (person: TeamMember) =>
    person.role === role &&
    (person.questionnaireKey === null || person.questionnaireKey === questionnaireKey);
  return people.find(counts)?.name ?? null;
}
