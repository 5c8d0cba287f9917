import { Checkboxes } from "../form/checkboxes";
import { Radios } from "../form/radios";
import { TextInput } from "../form/text-input";
import { controlOf } from "../people/problem-at";
import type { StepFieldsProps } from "./draft-page";

const ASKS = [
  { value: "whole", label: "The whole questionnaire" },
  { value: "sections", label: "The sections ticked below" },
  {
    value: "choose",
    label: "The school chooses",
    hint: "At least so many, of the sections ticked below, or of all of them where none is ticked.",
  },
];

/** The whole questionnaire, some sections of it, or as many as the school chooses. */
export function SectionFields({ view, draft, problems }: StepFieldsProps) {
  const version = view.versions.find(({ versionId }) => versionId === draft.versionId);
  const sections = (version?.sections ?? []).map(({ key, title }) => ({
    value: key,
    label: `${key}. ${title}`,
  }));
  return (
    <>
      <Radios
        {...controlOf("ask", problems)}
        legend="Schools are asked"
        choices={ASKS}
        chosen={draft.ask}
      />
      <TextInput
        {...controlOf("chooseAtLeast", problems)}
        label="A school that chooses takes at least"
        aside="(sections)"
        defaultValue={draft.chooseAtLeast}
        width="number"
        inputMode="numeric"
        autoComplete="off"
      />
      {sections.length === 0 ? null : (
        <Checkboxes
          {...controlOf("sections", problems)}
          legend="Sections"
          hint="Not looked at where the whole questionnaire is asked."
          choices={sections}
          ticked={draft.sections}
        />
      )}
    </>
  );
}
