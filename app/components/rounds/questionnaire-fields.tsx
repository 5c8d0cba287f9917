import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";
import { controlOf } from "../people/problem-at";
import type { StepFieldsProps } from "./draft-page";

const KINDS = [
  {
    value: "deadlines",
    label: "It has deadlines",
    hint: "Every school you choose is asked, by a first and a final deadline.",
  },
  {
    value: "rolling",
    label: "Schools join when they like",
    hint: "A scheme such as Asthma Friendly Schools: joining is up to the school, each has its own time, and nobody is late.",
  },
];

/** The version, the year and the kind of round, and what schools read it called. */
export function QuestionnaireFields({ view, draft, problems }: StepFieldsProps) {
  const versions = view.versions.map(({ versionId, title, number }) => ({
    value: versionId,
    label: `${title}, version ${number}`,
  }));
  return (
    <>
      {versions.length === 0 ? (
        <p className="ir-body">
          {view.organisation.name} has no published questionnaire yet. A round needs one.
        </p>
      ) : (
        <Radios
          {...controlOf("versionId", problems)}
          legend="Questionnaire"
          hint="The version is fixed to the round: a later one never changes what schools have answered."
          choices={versions}
          chosen={draft.versionId}
        />
      )}
      <Radios
        {...controlOf("kind", problems)}
        legend="Kind of round"
        choices={KINDS}
        chosen={draft.kind}
      />
      <Select
        {...controlOf("year", problems)}
        label="Academic year"
        choices={view.years.map(({ year, name }) => ({ value: year, label: name }))}
        defaultValue={draft.year}
        width="short"
      />
      <TextInput
        {...controlOf("title", problems)}
        label="What schools read it called"
        hint="Empty: the questionnaire and the year, like “Inclusion Toolkit 2026 to 2027”."
        defaultValue={draft.title}
        autoComplete="off"
      />
    </>
  );
}
