import { assertNever } from "~/domain/result";
import { VISIT_ACTIONS } from "./actions";
import type {
  ColleagueAction,
  CallAction,
  CoverAction,
  ConfirmationAction,
  OrganisationAction,
  PersonAction,
  PlanAction,
  QuestionnaireAction,
  RemovalAction,
  ReplyAction,
  ResponseAction,
  SchemeAction,
  SchoolAction,
  SubjectAction,
  SubmissionAction,
  TeamAction,
  VisitAction,
} from "./actions";
import type { Actor } from "./actor";
import type {
  ColleagueFacts,
  CallFacts,
  CoverFacts,
  ConfirmationFacts,
  OrganisationFacts,
  PersonFacts,
  PlanFacts,
  QuestionnaireFacts,
  RemovalFacts,
  ReplyFacts,
  ResponseFacts,
  SchemeFacts,
  SchoolFacts,
  SubjectFacts,
  SubmissionFacts,
  TeamFacts,
  VisitFacts,
} from "./facts";
import { canOnColleague } from "./colleague-rules";
import { canOnCall, canOnCover, canOnOrganisation } from "./organisation-rules";
import { canOnQuestionnaire } from "./questionnaire-rules";
import { canOnConfirmation, canOnScheme } from "./confirmation-rules";
import { canRemoveDetails } from "./removal-rules";
import { canOnReply } from "./reply-rules";
import { canOnResponse } from "./response-rules";
import { canOnPlan, canOnSchool } from "./school-rules";
import { canOnTeam } from "./team-rules";
import { canOnSubject } from "./subject-rules";
import { canOnSubmission } from "./submission-rules";
import { canOnVisit } from "./visit-rules";
import { ALLOWED, denied, type Verdict } from "./verdict";

/** An action with the facts it is decided on. */
export type Question =
  | [action: SchoolAction, facts: SchoolFacts]
  | [action: TeamAction, facts: TeamFacts]
  | [action: ResponseAction, facts: ResponseFacts]
  | [action: RemovalAction, facts: RemovalFacts]
  | [action: SubmissionAction, facts: SubmissionFacts]
  | [action: ReplyAction, facts: ReplyFacts]
  | [action: PlanAction, facts: PlanFacts]
  | [action: OrganisationAction, facts: OrganisationFacts]
  | [action: CoverAction, facts: CoverFacts]
  | [action: CallAction, facts: CallFacts]
  | [action: QuestionnaireAction, facts: QuestionnaireFacts]
  | [action: PersonAction, facts: PersonFacts]
  | [action: ColleagueAction, facts: ColleagueFacts]
  | [action: SubjectAction, facts: SubjectFacts]
  | [action: VisitAction, facts: VisitFacts]
  | [action: SchemeAction, facts: SchemeFacts]
  | [action: ConfirmationAction, facts: ConfirmationFacts];

/**
 * Whether a person may do something, decided in this one place (design.md section 3, decision 8).
 * `hide` on a refusal means the screen says "not found". Held by the hand-written matrix test.
 */
export function can(actor: Actor, ...question: Question): Verdict {
  if (isOnVisit(question)) return canOnVisit(actor, ...question);
  const [action, facts] = question;
  switch (action) {
    case "school.view":
    case "school.start-private":
    case "school.join-round":
    case "school.remove-details":
    case "school.take-over":
    case "school.view-first-day":
    case "audit.view-school":
    case "team.view":
    case "team.manage":
    case "team.change-head":
    case "team.check-access":
    case "school.choose-retention":
    case "school.ask-for-visit":
      return canOnSchool(actor, action, facts);
    case "team.invite-head":
      return canOnTeam(actor, facts);
    case "response.view-status":
    case "response.view-draft":
    case "response.view-history":
    case "response.answer":
    case "response.assign":
    case "response.confirm-applicability":
    case "response.move-version":
    case "response.mark-ready":
    case "response.take-back":
    case "response.sign":
    case "response.countersign":
    case "response.decline":
    case "response.note-minute":
    case "response.recall":
    case "response.amend":
      return canOnResponse(actor, action, facts);
    case "response.remove-details":
      return canRemoveDetails(actor, facts);
    case "submission.view":
    case "submission.download":
    case "organisation.open-submission":
      return canOnSubmission(actor, action, facts);
    case "reply.read":
    case "reply.see-waiting":
    case "reply.write":
    case "question.ask":
    case "question.answer":
    case "question.close":
      return canOnReply(actor, action, facts);
    case "action.view":
    case "action.view-titles":
    case "action.edit":
    case "action.remove-details":
      return canOnPlan(actor, action, facts);
    case "organisation.view-returns":
    case "organisation.chase":
    case "organisation.view-visit-figures":
    case "organisation.view-schools":
    case "organisation.manage-register":
    case "round.manage":
    case "organisation.manage-people":
    case "organisation.manage-settings":
    case "outbox.view-parked":
    case "outbox.retry":
    case "audit.view-organisation":
    case "organisation.manage-retention":
    case "organisation.view-questionnaires":
      return canOnOrganisation(actor, action, facts);
    case "organisation.set-cover":
      return canOnCover(actor, facts);
    case "organisation.change-call":
      return canOnCall(actor, facts);
    case "support.edit":
    case "duty.edit":
    case "questionnaire.author":
      return canOnQuestionnaire(actor, action, facts);
    case "person.change-own-password":
    case "person.read-own-data":
    case "person.erase-own-account":
    case "person.change-own-account":
      return facts.userId === actor.userId ? ALLOWED : denied("not-yours");
    case "person.reset-second-factor":
      return canOnColleague(actor, facts);
    case "subject.give-data":
    case "subject.erase":
      return canOnSubject(actor, action, facts);
    case "scheme.list-schools":
      return canOnScheme(actor, facts);
    case "confirmation.view":
    case "confirmation.give":
    case "confirmation.withdraw":
    case "confirmation.renew":
      return canOnConfirmation(actor, action, facts);
    default:
      return assertNever(action);
  }
}

type VisitQuestion = [action: VisitAction, facts: VisitFacts];

/** A visit's actions are many and all decided in one place. */
const isOnVisit = (question: Question): question is VisitQuestion =>
  VISIT_ACTIONS.some((action) => action === question[0]);
