import { Form, Link } from "@remix-run/react";
import { ACTION_NOTE_MAX, type ActionFields } from "~/domain/action/action-fields";
import type { ActionProblem } from "~/services/actions/views";
import { Button } from "../button";
import { NamesQuestion } from "../form/names-question";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { TextArea } from "../form/text-area";
import { TextInput } from "../form/text-input";
import { planPath } from "./action-paths";
import { PRIORITY_CHOICES } from "./action-words";
import { termChoices } from "./term-choices";

type ActionFormProps = {
  urn: string;
  fields: ActionFields;
  terms: readonly string[];
  problems: readonly ActionProblem[];
  /** The version it is made from; null for a new action, which has no progress to tell yet. */
  version: number | null;
  button: string;
};

/** One line of the plan, as a form. */
export function ActionForm(props: ActionFormProps) {
  const { urn, fields, terms, problems, version, button } = props;
  const at = (field: keyof ActionFields) => ({
    id: field,
    name: field,
    error: problems.find((problem) => problem.field === field)?.message,
  });
  return (
    <Form method="post" noValidate>
      {version === null ? null : <input type="hidden" name="version" value={version} />}
      <TextArea
        {...at("title")}
        label="What will be done"
        defaultValue={fields.title}
        rows={2}
        warnNames
      />
      <TextArea
        {...at("whereWeAre")}
        label="Where we are"
        aside="(if you like)"
        defaultValue={fields.whereWeAre}
        limit={ACTION_NOTE_MAX}
        rows={2}
        warnNames
      />
      <TextArea
        {...at("whereWeWant")}
        label="Where we want to be"
        aside="(if you like)"
        defaultValue={fields.whereWeWant}
        limit={ACTION_NOTE_MAX}
        rows={2}
        warnNames
      />
      <TextInput
        {...at("leadRole")}
        label="Who leads"
        hint="A role, never a name, like SENCO or headteacher."
        defaultValue={fields.leadRole}
        width="medium"
        warnNames
      />
      <Select
        {...at("term")}
        label="By the end of"
        choices={termChoices(terms, fields.term)}
        defaultValue={fields.term}
      />
      <Radios
        {...at("priority")}
        legend="Priority"
        choices={PRIORITY_CHOICES}
        chosen={fields.priority}
      />
      <TextArea
        {...at("resourceOrHelp")}
        label="Resource or help"
        aside="(if you like)"
        hint="Time, money, training, or a school that could help."
        defaultValue={fields.resourceOrHelp}
        limit={ACTION_NOTE_MAX}
        rows={2}
        warnNames
      />
      <TextArea
        {...at("howWeWillKnow")}
        label="How we will know"
        aside="(if you like)"
        hint="What you will see or count when it has worked."
        defaultValue={fields.howWeWillKnow}
        limit={ACTION_NOTE_MAX}
        rows={3}
        warnNames
      />
      {version === null ? null : (
        <TextArea
          {...at("progressNote")}
          label="Progress"
          aside="(if you like)"
          hint="How far it is. Look again at the ends of Terms 2, 4 and 6."
          defaultValue={fields.progressNote}
          limit={ACTION_NOTE_MAX}
          rows={3}
          warnNames
        />
      )}
      {problems.some(({ asks }) => asks === "names") ? (
        <NamesQuestion id="namesConfirmed" name="namesConfirmed" />
      ) : null}
      <div className="ir-actions">
        <Button>{button}</Button>
        <Link to={planPath(urn)}>
          {version === null ? "Go back without adding" : "Leave it as it is"}
        </Link>
      </div>
    </Form>
  );
}
