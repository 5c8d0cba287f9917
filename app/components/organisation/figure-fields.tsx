import type { SettingsProblem, TypedSettings } from "~/domain/organisation/settings";
import { Radios } from "../form/radios";
import { TextInput } from "../form/text-input";
import { controlOf } from "../people/problem-at";
import { SETTING_LABELS } from "./setting-words";

type FieldsProps = { typed: TypedSettings; problems: readonly SettingsProblem[] };

const GATES = [
  {
    value: "no",
    label: "Only shown",
    hint: "A self-review can be signed with a smaller share. It says by how many.",
  },
  {
    value: "yes",
    label: "Needed",
    hint: "Below it nobody can sign. Schools see it from the start.",
  },
] as const;

/** The share of staff trained that rounds ask for, what it does, and how soon a return is answered. */
export function FigureFields({ typed, problems }: FieldsProps) {
  return (
    <>
      <TextInput
        {...controlOf("trainingThreshold", problems)}
        label={SETTING_LABELS.trainingThreshold}
        hint="Where a questionnaire counts trained staff. Many schemes ask for 85. Empty: no figure is shown."
        defaultValue={typed.trainingThreshold}
        width="number"
        inputMode="numeric"
        autoComplete="off"
      />
      <Radios
        {...controlOf("trainingGate", problems)}
        legend="What the share does"
        choices={GATES}
        chosen={typed.trainingGate === "yes" ? "yes" : "no"}
      />
      <TextInput
        {...controlOf("replyDays", problems)}
        label={SETTING_LABELS.replyDays}
        hint="Schools read it when they have signed. School holidays do not count. Empty: nothing is promised."
        defaultValue={typed.replyDays}
        width="number"
        inputMode="numeric"
        autoComplete="off"
      />
    </>
  );
}
