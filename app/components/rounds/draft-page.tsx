import { Form, Link } from "@remix-run/react";
import { DRAFT_STEPS, previousStep, type DraftStep, type RoundDraft } from "~/domain/round/draft";
import type { DraftView } from "~/services/rounds/view-draft.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { summaryOf } from "../people/problem-at";
import { DateFields } from "./date-fields";
import { DateWarnings } from "./date-warnings";
import { MessageFields } from "./message-fields";
import { QuestionnaireFields } from "./questionnaire-fields";
import { roundsPath, stepPath } from "./round-paths";
import { STEP_TITLES } from "./round-words";
import { RuleFields } from "./rule-fields";
import { SchoolFields } from "./school-fields";
import { SectionFields } from "./section-fields";

export type FieldProblem = { field: string; message: string };

/** What a step's fields are drawn from. `draft` has what was typed last. */
export type StepFieldsProps = {
  view: DraftView;
  draft: RoundDraft;
  problems: readonly FieldProblem[];
};

type Props = StepFieldsProps & {
  step: DraftStep;
  version: number;
  /** Somebody else changed the draft while this was typed. */
  conflict: boolean;
  /** Dates were kept, and something speaks against them. */
  warned: boolean;
};

/** One question of opening a round. Whatever is typed is kept when the page is sent, right or not. */
export function DraftPage({ step, view, draft, version, problems, conflict, warned }: Props) {
  const { key } = view.organisation;
  const before = previousStep(step);
  const back =
    before === null
      ? { to: roundsPath(key), label: "Review rounds" }
      : { to: stepPath(key, view.draftId, before), label: STEP_TITLES[before] };
  const number = DRAFT_STEPS.indexOf(step) + 1;
  return (
    <Page
      title={STEP_TITLES[step]}
      caption={`${draft.title === "" ? "A new round" : draft.title}, question ${number} of ${DRAFT_STEPS.length}`}
      template="thing"
      back={back}
      above={<ErrorSummary errors={[...conflictLine(conflict), ...summaryOf(problems)]} />}
    >
      {warned ? <DateWarnings view={view} warnings={view.warnings} /> : null}
      <Form method="post" noValidate id="question">
        <input type="hidden" name="version" value={version} />
        <Fields step={step} view={view} draft={draft} problems={problems} />
        <div className="ir-button-row">
          <Button name="intent" value="continue">
            Save and continue
          </Button>
          <Link to={stepPath(key, view.draftId, "check")}>See all of it</Link>
        </div>
      </Form>
    </Page>
  );
}

const conflictLine = (conflict: boolean) =>
  conflict
    ? [
        {
          fieldId: "question",
          text: "Somebody else changed this round while you were here. What you typed is below: save again to keep it",
        },
      ]
    : [];

function Fields({ step, ...props }: StepFieldsProps & { step: DraftStep }) {
  switch (step) {
    case "questionnaire":
      return <QuestionnaireFields {...props} />;
    case "sections":
      return <SectionFields {...props} />;
    case "dates":
      return <DateFields {...props} />;
    case "schools":
      return (
        <SchoolFields choice={props.draft.schools} from={props.view} problems={props.problems} />
      );
    case "rules":
      return <RuleFields {...props} />;
    case "message":
      return <MessageFields {...props} />;
  }
}
