import { Form } from "@remix-run/react";
import { PLAN_LIMITS, type PlanFields } from "~/domain/visit/plan-fields";
import type { PlanView } from "~/services/visits/view-plan.server";
import type { VisitProblemView } from "~/services/visits/views";
import { Button } from "../button";
import { Details } from "../details";
import { Checkboxes } from "../form/checkboxes";
import { ErrorText } from "../form/field";
import { NamesQuestion } from "../form/names-question";
import { TextArea } from "../form/text-area";

type FocusFormProps = {
  plan: PlanView;
  fields: PlanFields;
  version: number;
  problems: readonly VisitProblemView[];
};

/** What the host would like looked at, and why (look/16: the host chooses). */
export function FocusForm({ plan, fields, version, problems }: FocusFormProps) {
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const textOf = (name: keyof typeof PLAN_LIMITS) => ({
    id: name,
    name,
    limit: PLAN_LIMITS[name],
    defaultValue: fields[name],
    error: errorOf(name),
    warnNames: true,
  });
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="version" value={version} />
      <Checkboxes
        id="sections"
        name="sections"
        legend="Sections, one to three"
        choices={plan.sections.map(({ key, title }) => ({ value: key, label: `${key}. ${title}` }))}
        ticked={fields.sections}
        error={errorOf("sections")}
      />
      <StatementChoices plan={plan} ticked={fields.statements} error={errorOf("statements")} />
      <TextArea
        {...textOf("focusReason")}
        label="Why you would like this looked at"
        hint="The reviewers and the record say it in your words."
        rows={4}
      />
      <TextArea
        {...textOf("context")}
        label="Your school in a few lines"
        aside="(if you like)"
        hint="What a visitor should know. For fewer than five children write “fewer than 5”."
        rows={4}
      />
      <TextArea
        {...textOf("practicalNotes")}
        label="Practical notes"
        aside="(if you like)"
        hint="Where to park, where to sign in, lunch."
        rows={3}
      />
      {problems.some(({ asks }) => asks === "names") ? (
        <NamesQuestion id="namesConfirmed" name="namesConfirmed" />
      ) : null}
      <div className="ir-actions">
        {plan.state === "dated" ? (
          <Button name="intent" value="agree">
            Agree the plan
          </Button>
        ) : null}
        <Button name="intent" value="save" secondary>
          Save for now
        </Button>
      </div>
      <p className="ir-hint">
        {plan.state === "dated"
          ? "Agreeing tells the reviewers, and ties the visit to the copy you signed last."
          : "The plan can be agreed once the day is."}
      </p>
    </Form>
  );
}

type StatementChoicesProps = {
  plan: PlanView;
  ticked: readonly string[];
  error: string | undefined;
};

/** Up to eight statements, folded by section, as fifty in a row are too many to look through. */
function StatementChoices({ plan, ticked, error }: StatementChoicesProps) {
  return (
    <fieldset className="ir-fieldset" id="statements" tabIndex={-1}>
      <legend className="ir-label">Statements, up to eight, if you like</legend>
      {error === undefined ? null : <ErrorText id="statements-error">{error}</ErrorText>}
      {plan.sections.map(({ key, title, statements }) => (
        <Details
          key={key}
          summary={summaryOf({ key, title, statements, ticked })}
          open={statements.some((one) => ticked.includes(one.key))}
        >
          <Checkboxes
            id={`statements-${key}`}
            name="statements"
            legend={`Statements of section ${key}`}
            legendStyle="hidden"
            choices={statements.map((one) => ({
              value: one.key,
              label: `${one.key}. ${one.short}`,
            }))}
            ticked={ticked}
          />
        </Details>
      ))}
    </fieldset>
  );
}

type Summed = {
  key: string;
  title: string;
  statements: readonly { key: string }[];
  ticked: readonly string[];
};

function summaryOf({ key, title, statements, ticked }: Summed): string {
  const chosen = statements.filter((one) => ticked.includes(one.key)).length;
  return `${key}. ${title}${chosen === 0 ? "" : `, ${chosen} chosen`}`;
}
