import type { SupportKind } from "~/domain/support/entry";
import type { SupportProblem, TypedSupport } from "~/domain/support/typed-support";
import { partsOf } from "~/domain/support/typed-support";
import { Checkbox } from "../form/checkbox";
import { Checkboxes } from "../form/checkboxes";
import { Select } from "../form/select";
import { TextArea } from "../form/text-area";
import { TextInput } from "../form/text-input";
import { controlOf } from "../people/problem-at";

type Props = {
  kind: SupportKind;
  /** Null: it stays where it is. */
  questionnaires: readonly { key: string; title: string }[] | null;
  districts: readonly string[];
  typed: TypedSupport;
  problems: readonly SupportProblem[];
};

const NAMES: Record<SupportKind, { label: string; hint: string }> = {
  course: { label: "Name of the course", hint: "Like Checking need types together" },
  contact: { label: "Who it is", hint: "A team or a post rather than a person" },
  template: { label: "Name of the template", hint: "Like Half-termly SEN list check, one page" },
  school: { label: "What it shares", hint: "Like how it checks need types each half term" },
};

/** The boxes of an entry of help: those its kind has. */
export function EntryFields({ kind, questionnaires, districts, typed, problems }: Props) {
  const at = (field: keyof TypedSupport) => controlOf(field, problems);
  const text = (field: keyof TypedSupport) => ({
    ...at(field),
    defaultValue: typed[field],
    autoComplete: "off",
  });
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {questionnaires === null ? null : (
        <Select
          {...at("questionnaire")}
          label="Questionnaire"
          choices={questionnaires.map(({ key, title }) => ({ value: key, label: title }))}
          defaultValue={typed.questionnaire}
        />
      )}
      <TextInput {...text("title")} {...NAMES[kind]} />
      {kind === "school" ? <School text={text} at={at} agreed={typed.agreed === "yes"} /> : null}
      <TextInput
        {...text("statements")}
        label="Statements it helps with"
        hint="Their codes, like C3, C5"
        width="medium"
      />
      <TextInput {...text("about")} label="About" aside="(one line)" hint="Like Free, 14 places" />
      {kind === "course" ? (
        <TextArea
          {...at("dates")}
          label="Dates and places"
          hint="One on a line: 26 January 2027, 15:45, Online. Leave it empty for a course held when it is asked for."
          defaultValue={typed.dates}
          rows={4}
        />
      ) : null}
      {kind === "template" ? null : (
        <TextInput
          {...text("booking")}
          label="How to book or ask"
          hint="Like Book with the Inclusion team"
        />
      )}
      <TextInput
        {...text("link")}
        label={kind === "template" ? "Link to the template" : "Link"}
        aside={kind === "template" ? undefined : "(where there is one)"}
        hint="Begins with https://"
        inputMode="url"
      />
      {kind === "template" ? null : (
        <>
          <TextInput
            {...text("email")}
            label="E-mail"
            aside="(a work address, where there is one)"
            width="medium"
            inputMode="email"
          />
          <TextInput
            {...text("telephone")}
            label="Telephone"
            aside="(where there is one)"
            width="short"
            inputMode="tel"
          />
        </>
      )}
      {districts.length === 0 ? null : (
        <Checkboxes
          {...at("districts")}
          legend="Districts it is for first"
          hint="None ticked: everywhere. Schools of other districts see it too, further down."
          choices={districts.map((value) => ({ value, label: value }))}
          ticked={partsOf(typed.districts)}
        />
      )}
      <TextInput
        {...text("from")}
        label="Shown from"
        aside="(now, if empty)"
        hint="Like 26 1 2027"
        width="short"
      />
      <TextInput {...text("to")} label="Shown until" aside="(no end, if empty)" width="short" />
    </>
  );
}

type SchoolProps = {
  text: (field: keyof TypedSupport) => { id: string; name: string; error: string | undefined };
  at: (field: keyof TypedSupport) => { id: string; name: string; error: string | undefined };
  agreed: boolean;
};

function School({ text, at, agreed }: SchoolProps) {
  return (
    <>
      <TextInput {...text("school")} label="URN of the school" width="short" inputMode="numeric" />
      <Checkbox
        {...at("agreed")}
        value="yes"
        label="The school has agreed to be named to other schools"
        hint="Ask its headteacher first. What it agreed to share in the record of a visit is shown beside it."
        defaultChecked={agreed}
      />
    </>
  );
}
