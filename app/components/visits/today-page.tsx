import { Link } from "@remix-run/react";
import type { StepName } from "~/domain/visit/next-steps";
import { VISIT_STATE_WORDS } from "~/domain/visit/visit-words";
import type { TypedVisit, VisitIntent } from "~/forms/visit";
import type { VisitProblemView, VisitView } from "~/services/visits/views";
import { ButtonLink } from "../button";
import { ErrorSummary, type SummaryError } from "../form/error-summary";
import type { Back } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { removeFromVisitPath } from "../remove-details/remove-paths";
import { DaysPanel } from "./days-panel";
import { doneWords } from "./done-words";
import { Invitation } from "./invitation";
import { PutOffForms } from "./put-off-forms";
import { StepList } from "./step-list";
import { VisitFacts } from "./visit-facts";
import { VisitPage } from "./visit-page";
import { visitPagePath } from "./visit-paths";

/** A form of this page that came back. */
export type SentVisit = {
  intent: VisitIntent | null;
  typed: TypedVisit;
  problems: readonly VisitProblemView[];
} | null;

type TodayPageProps = { visit: VisitView; done: string | null; sent: SentVisit };

/** What is next in a visit, for every party, and what this person may do now. */
export function TodayPage({ visit, done, sent }: TodayPageProps) {
  const { organisation, missing, may } = visit;
  const words = sent === null ? doneWords(done) : null;
  const hasBox = may.postpone || may.cancel || may.stepBack;
  return (
    <VisitPage
      title={titleOf(visit)}
      back={backOf(visit)}
      caption={isInvited(visit) ? undefined : VISIT_STATE_WORDS[visit.state]}
      above={words ? <Notice>{words}</Notice> : <ErrorSummary errors={summaryOf(sent)} />}
      hasBox={hasBox}
      whoCanSee={visit.whoCanSee}
      side={isInvited(visit) ? null : <Ownership visit={visit} />}
    >
      <Invitation visit={visit} error={messageAt(sent, "noTies")} />
      {isInvited(visit) ? null : <WayOn visit={visit} />}
      <StepList
        steps={visit.steps}
        missing={missing ? `${organisation} finds another reviewer` : undefined}
      />
      {may.agreeDay ? <Days visit={visit} sent={sent} /> : null}
      <VisitFacts visit={visit} />
      <PutOffForms visit={visit} sent={wordsSent(sent)} />
      {may.removeDetails ? <RemoveFromVisit visitId={visit.id} /> : null}
      <Contact visit={visit} />
    </VisitPage>
  );
}

/** Where this visit stands among others of the reader's. */
function backOf(visit: VisitView): Back | undefined {
  if (isInvited(visit)) return undefined;
  const { party, school, organisationKey, may } = visit;
  if (party === "host" || party === "governor")
    return { to: `/schools/${school.urn}/visits`, label: `Visits to ${school.name}` };
  if (party !== "officer") return { to: "/visits", label: "Your visits" };
  const home = `/organisations/${organisationKey}`;
  return may.manage ? { to: `${home}/visits`, label: "Visits" } : { to: home, label: "Returns" };
}

const isInvited = ({ may }: VisitView): boolean => may.answerAsReviewer || may.acceptAsHost;

function titleOf({ party, school, may }: VisitView): string {
  if (may.answerAsReviewer) return `Will you visit ${school.name}?`;
  if (may.acceptAsHost) return "Two colleagues would like to visit";
  return party === "host" || party === "governor"
    ? "Peer moderation visit"
    : `Visit to ${school.name}`;
}

function Days({ visit, sent }: { visit: VisitView; sent: SentVisit }) {
  const isDays = sent?.intent === "propose-days" || sent?.intent === "agree-day";
  const typed = sent?.intent === "propose-days" ? sent.typed : null;
  return <DaysPanel visit={visit} typed={typed} problems={isDays ? sent.problems : []} />;
}

/** Where each step is done, and what its button says. */
const WAYS: Partial<Record<StepName, { page: string; label: string }>> = {
  "agree-plan": { page: "plan", label: "Choose what the visit looks at" },
  visit: { page: "notes", label: "Open the notes" },
  draft: { page: "combine", label: "Agree the points" },
  "send-to-school": { page: "record", label: "Open the record" },
  "answer-record": { page: "record", label: "Read and answer the record" },
  sign: { page: "record", label: "Read and sign the record" },
  "follow-up": { page: "follow-up", label: "Say what came of the visit" },
};

/** The one filled button: the step that waits for this person. */
function WayOn({ visit }: { visit: VisitView }) {
  const { id, visitOn, steps, state } = visit;
  const mine = steps.find(({ yours }) => yours);
  const way = mine === undefined ? undefined : WAYS[mine.step];
  const hasDay = visitOn !== null && (state === "dated" || state === "planned");
  if (way === undefined && !hasDay) return null;
  return (
    <div className="ir-actions">
      {way === undefined ? null : (
        <ButtonLink to={visitPagePath(id, way.page)}>{way.label}</ButtonLink>
      )}
      {hasDay ? <a href={visitPagePath(id, "day.ics")}>Put the day in your calendar</a> : null}
    </div>
  );
}

/** Said before anything is written (design.md section 3). */
const Ownership = ({ visit }: { visit: VisitView }) => (
  <Panel kind="side" title="Whose record it is" id="ownership">
    <p>{visit.ownership}</p>
    <p>
      {visit.hostAccepted
        ? "The school accepted this; it does not change any more."
        : "It is fixed for this visit when the school says yes."}
    </p>
  </Panel>
);

/** A name slipped in: the way to take it out of all that the visit holds. */
const RemoveFromVisit = ({ visitId }: { visitId: string }) => (
  <p>
    <Link to={removeFromVisitPath(visitId)}>A name is in here: remove it</Link>
  </p>
);

const Contact = ({ visit: { contact, school } }: { visit: VisitView }) => (
  <p className="ir-hint">
    Questions about this visit: {contact.name}, {contact.email}.
    {school.telephone === null ? "" : ` On the day, ring ${school.name}: ${school.telephone}.`}
  </p>
);

const messageAt = (sent: SentVisit, field: string): string | undefined =>
  sent?.problems.find((one) => one.field === field)?.message;

/** The boxes for words are two on the page; each message stands at the one that was sent. */
function summaryOf(sent: SentVisit): SummaryError[] {
  if (sent === null) return [];
  const { intent, problems } = sent;
  return problems.map(({ field, message }) => ({
    fieldId: field === "words" ? `${intent ?? ""}-words` : field,
    text: message,
  }));
}

function wordsSent(sent: SentVisit) {
  if (sent === null) return null;
  const { intent, typed } = sent;
  if (intent !== "postpone" && intent !== "step-back" && intent !== "cancel") return null;
  const asksNames = sent.problems.some(({ asks }) => asks === "names");
  return { intent, words: typed.words, error: messageAt(sent, "words"), asksNames };
}
