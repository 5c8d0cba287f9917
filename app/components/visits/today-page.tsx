import type { ReactNode } from "react";
import type { VisitView } from "~/services/visits/views";
import { Panel } from "../panels/panel";
import { StepList } from "./step-list";
import { VisitFacts } from "./visit-facts";
import { VisitPage } from "./visit-page";
import { VISIT_STATE_WORDS } from "~/domain/visit/visit-words";

type TodayPageProps = { visit: VisitView; above: ReactNode; hasBox: boolean; children: ReactNode };

/** What is next in a visit, for every party; `children` are what this person may do now. */
export function TodayPage({ visit, above, hasBox, children }: TodayPageProps) {
  const { school, organisation, missing } = visit;
  return (
    <VisitPage
      title={titleOf(visit)}
      caption={VISIT_STATE_WORDS[visit.state]}
      above={above}
      hasBox={hasBox}
      whoCanSee={visit.whoCanSee}
      side={<Ownership visit={visit} />}
    >
      {children}
      <StepList
        steps={visit.steps}
        missing={missing ? `${organisation} finds another reviewer` : undefined}
      />
      <VisitFacts visit={visit} />
      <p className="ir-hint">
        Questions about this visit: {visit.contact.name}, {visit.contact.email}
        {school.telephone === null ? "" : `. On the day, ring ${school.name}: ${school.telephone}`}
      </p>
    </VisitPage>
  );
}

function titleOf({ party, school, may }: VisitView): string {
  if (may.answerAsReviewer) return `Will you visit ${school.name}?`;
  if (may.acceptAsHost) return "Two colleagues would like to visit";
  return party === "host" || party === "governor"
    ? "Peer moderation visit"
    : `Visit to ${school.name}`;
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
