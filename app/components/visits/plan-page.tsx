import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { DayLine } from "~/domain/visit/day-lines";
import type { PlanFields } from "~/domain/visit/plan-fields";
import type { TypedPlan } from "~/forms/visit-plan";
import type { PlanView } from "~/services/visits/view-plan.server";
import type { VisitProblemView } from "~/services/visits/views";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { DayLinesForm } from "./day-lines-form";
import { doneWords } from "./done-words";
import { FocusForm } from "./focus-form";
import { DayConflict, FocusConflict } from "./plan-conflict";
import { DayReading, PlanReading } from "./plan-reading";
import { VisitPage } from "./visit-page";
import { dayWords } from "./when-words";

/** A form that came back: with problems, or beside what somebody else saved first. */
export type SentPlan = {
  typed: TypedPlan;
  problems: readonly VisitProblemView[];
  theirs: { fields: PlanFields; version: number } | null;
  theirLines: readonly DayLine[] | null;
} | null;

type PlanPageProps = { plan: PlanView; done: string | null; sent: SentPlan };

/** What the visit looks at, why, and the day by lines. */
export function PlanPage({ plan, done, sent }: PlanPageProps) {
  const { mayPlan, mayEditDay, focusAgreed } = plan;
  const isOpen = mayPlan && !focusAgreed;
  return (
    <VisitPage
      title="What we would like you to look at"
      caption={dayWords({ ...plan, startsAt: null, endsAt: null })}
      lede={ledeOf(plan)}
      above={<Above done={done} sent={sent} />}
      hasBox={isOpen || mayEditDay}
      whoCanSee={plan.whoCanSee}
      side={
        <Panel kind="side" title="Whose record it is" id="ownership">
          <p>{plan.ownership}</p>
        </Panel>
      }
    >
      {isOpen ? <OpenFocus plan={plan} sent={sent} /> : <PlanReading plan={plan} />}
      {mayPlan && focusAgreed ? <Reopen /> : null}
      <section className="ir-section" aria-labelledby="the-day">
        <h2 className="ir-h2" id="the-day">
          The day
        </h2>
        {mayEditDay ? <OpenDay plan={plan} sent={sent} /> : <DayReading lines={plan.lines} />}
      </section>
    </VisitPage>
  );
}

function ledeOf({ focusBy, focusAgreed, focusLate, schoolName }: PlanView): string {
  if (focusAgreed)
    return focusLate
      ? "Agreed, later than ten working days before the visit."
      : "Agreed. The reviewers prepare for this.";
  if (focusBy === null) return `${schoolName} chooses. It is agreed once the day is.`;
  return `${schoolName} chooses, by ${formatDate(focusBy)}${focusLate ? ". That day has gone by" : ""}.`;
}

function Above({ done, sent }: Pick<PlanPageProps, "done" | "sent">) {
  if (sent === null) {
    const words = doneWords(done);
    return words === null ? null : <Notice>{words}</Notice>;
  }
  if (sent.theirs) return <FocusConflict mine={sent.typed.fields} theirs={sent.theirs.fields} />;
  if (sent.theirLines) return <DayConflict theirs={sent.theirLines} />;
  const errors = sent.problems.map(({ field, message }) => ({ fieldId: field, text: message }));
  return <ErrorSummary errors={errors} />;
}

type OpenProps = { plan: PlanView; sent: SentPlan };

function OpenFocus({ plan, sent }: OpenProps) {
  const mine = sent?.typed.intent === "save-day" ? null : sent;
  return (
    <FocusForm
      plan={plan}
      fields={mine?.typed.fields ?? plan.fields}
      // Having seen theirs, the next save is made from it.
      version={mine?.theirs?.version ?? plan.version}
      problems={mine?.problems ?? []}
    />
  );
}

function OpenDay({ plan, sent }: OpenProps) {
  const mine = sent?.typed.intent === "save-day" ? sent : null;
  const lines = mine === null ? plan.formLines : rebased(mine.typed.lines, mine.theirLines);
  return (
    <DayLinesForm
      lines={lines}
      isTemplate={plan.lines.length === 0}
      problems={mine?.problems ?? []}
    />
  );
}

/** What was typed, made from the lines as they stand now; a line that is gone is a new one. */
function rebased(lines: TypedPlan["lines"], theirs: readonly DayLine[] | null) {
  if (theirs === null) return lines;
  const mine = lines.map((line) => {
    const now = theirs.find(({ id }) => id === line.id);
    return now === undefined ? { ...line, id: "", version: 0 } : { ...line, version: now.version };
  });
  const unseen = theirs.filter(({ id }) => !lines.some((line) => line.id === id));
  return [...mine, ...unseen];
}

const Reopen = () => (
  <Form method="post">
    <div className="ir-actions">
      <Button name="intent" value="reopen" secondary>
        Change what is looked at
      </Button>
    </div>
    <p className="ir-hint">It is then open until you agree it again.</p>
  </Form>
);
