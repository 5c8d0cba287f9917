import { Form } from "@remix-run/react";
import { LINE_LIMITS, lineField } from "~/domain/visit/day-lines";
import { ACTIVITY_KINDS } from "~/domain/visit/states";
import { ACTIVITY_WORDS, type TypedLine } from "~/domain/visit/template-day";
import type { VisitProblemView } from "~/services/visits/views";
import { Button } from "../button";
import { Details } from "../details";
import { NamesQuestion } from "../form/names-question";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";

type DayLinesFormProps = {
  lines: readonly TypedLine[];
  /** Nothing of it is saved yet. */
  isTemplate: boolean;
  problems: readonly VisitProblemView[];
};

const SPARE: TypedLine = {
  id: "",
  version: 0,
  kind: "other",
  title: "",
  withWhom: "",
  place: "",
  startsAt: "",
  endsAt: "",
};

/** The day by lines: each folds to its hours and title, and opens to be changed. */
export function DayLinesForm({ lines, isTemplate, problems }: DayLinesFormProps) {
  const rows = [...lines.filter(({ id, title }) => id !== "" || title !== ""), SPARE, SPARE];
  const isWrong = (index: number) => problems.some(({ field }) => field.endsWith(`-${index + 1}`));
  return (
    <Form method="post" noValidate>
      <p className="ir-hint">
        {isTemplate
          ? "A usual day to start from. Change what is different at your school, then save it."
          : "Open a line to change it. Take a line out by emptying what it is called."}
      </p>
      <div className="ir-day-lines">
        {rows.map((line, index) => (
          <Details key={`${line.id} ${index}`} summary={summaryOf(line)} open={isWrong(index)}>
            <LineFields line={line} index={index} problems={problems} />
          </Details>
        ))}
      </div>
      {problems.some(({ asks }) => asks === "names") ? (
        <NamesQuestion id="dayNamesConfirmed" name="namesConfirmed" />
      ) : null}
      <div className="ir-actions">
        <Button name="intent" value="save-day" secondary>
          Save the day
        </Button>
      </div>
    </Form>
  );
}

function summaryOf({ startsAt, endsAt, title }: TypedLine): string {
  return title === "" ? "Add a line" : `${startsAt} to ${endsAt}, ${title}`;
}

type LineFieldsProps = Pick<DayLinesFormProps, "problems"> & { line: TypedLine; index: number };

function LineFields({ line, index, problems }: LineFieldsProps) {
  const at = (name: string) => ({
    id: lineField(name, index),
    labelStyle: "small" as const,
    error: problems.find(({ field }) => field === lineField(name, index))?.message,
  });
  return (
    <div className="ir-day-line">
      <input type="hidden" name="lineId" value={line.id} />
      <input type="hidden" name="lineVersion" value={line.version} />
      <TextInput
        {...at("title")}
        name="title"
        label="What it is called"
        defaultValue={line.title}
        maxLength={LINE_LIMITS.title}
      />
      <div className="ir-field-row">
        <TextInput
          {...at("startsAt")}
          name="lineStartsAt"
          type="time"
          label="From"
          width="short"
          defaultValue={line.startsAt}
        />
        <TextInput
          {...at("endsAt")}
          name="lineEndsAt"
          type="time"
          label="Until"
          width="short"
          defaultValue={line.endsAt}
        />
        <Select
          {...at("kind")}
          name="kind"
          label="Kind"
          choices={ACTIVITY_KINDS.map((kind) => ({ value: kind, label: ACTIVITY_WORDS[kind] }))}
          defaultValue={line.kind}
        />
      </div>
      <TextInput
        {...at("withWhom")}
        name="withWhom"
        label="With whom"
        hint="A role, never a name, like class teacher."
        defaultValue={line.withWhom}
        maxLength={LINE_LIMITS.withWhom}
      />
      <TextInput
        {...at("place")}
        name="place"
        label="Place"
        defaultValue={line.place}
        maxLength={LINE_LIMITS.place}
      />
    </div>
  );
}
