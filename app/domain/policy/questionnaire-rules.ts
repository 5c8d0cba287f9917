import { assertNever } from "~/domain/result";
import type { QuestionnaireAction } from "./actions";
import type { Actor } from "./actor";
import type { QuestionnaireFacts } from "./facts";
import { organisationGrants } from "./roles";
import { ALLOWED, denied, HIDDEN, type Verdict } from "./verdict";

/**
 * Who keeps what stands beside a questionnaire: the help available, its owner's officers and managers; dated duties
 * and the versions themselves, its managers (design.md section 2, Support, Duty and QuestionnaireVersion). A role limited to a questionnaire counts for that one only.
 */
export function canOnQuestionnaire(
  actor: Actor,
  action: QuestionnaireAction,
  facts: QuestionnaireFacts,
): Verdict {
  const organisationIds = [facts.organisationId];
  const grants = organisationGrants(actor, { organisationIds, today: facts.today }).filter(
    ({ questionnaireKey }) =>
      questionnaireKey === null || questionnaireKey === facts.questionnaireKey,
  );
  if (grants.length === 0) return HIDDEN;
  switch (action) {
    case "support.edit":
      return ALLOWED;
    case "duty.edit":
    case "questionnaire.author":
      return grants.some(({ role }) => role === "manager") ? ALLOWED : denied("needs-manager");
    default:
      return assertNever(action);
  }
}
