import { RING_AT_MOST, RING_LIMITS } from "~/domain/chasing/monday-list";
import type { SettingsProblem, TypedSettings } from "~/domain/organisation/settings";
import { TextInput } from "../form/text-input";
import { controlOf } from "../people/problem-at";
import { SETTING_LABELS } from "./setting-words";

type FieldsProps = { typed: TypedSettings; problems: readonly SettingsProblem[] };

/** How many schools the list of whom to ring offers. */
export function ChasingFields({ typed, problems }: FieldsProps) {
  return (
    <TextInput
      {...controlOf("ringAtMost", problems)}
      label={SETTING_LABELS.ringAtMost}
      hint={`From ${RING_LIMITS.least} to ${RING_LIMITS.most}, for each officer’s own districts. Empty: ${RING_AT_MOST}.`}
      defaultValue={typed.ringAtMost}
      width="number"
      inputMode="numeric"
      autoComplete="off"
    />
  );
}
