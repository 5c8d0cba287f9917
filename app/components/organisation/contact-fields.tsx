import type { SettingsProblem, TypedSettings } from "~/domain/organisation/settings";
import { Checkbox } from "../form/checkbox";
import { TextInput } from "../form/text-input";
import { controlOf } from "../people/problem-at";
import { SETTING_LABELS } from "./setting-words";

type FieldsProps = { typed: TypedSettings; problems: readonly SettingsProblem[] };

/** The organisation's name, and whom schools write to or ring. */
export function ContactFields({ typed, problems }: FieldsProps) {
  return (
    <>
      <TextInput
        {...controlOf("name", problems)}
        label={SETTING_LABELS.name}
        defaultValue={typed.name}
        autoComplete="organization"
      />
      <TextInput
        {...controlOf("shortName", problems)}
        label={SETTING_LABELS.shortName}
        hint="The word before “expectation” in questionnaires, like Kent."
        defaultValue={typed.shortName}
        width="medium"
        autoComplete="off"
      />
      <h2 className="ir-h2 ir-section">Contact</h2>
      <TextInput
        {...controlOf("contactName", problems)}
        label={SETTING_LABELS.contactName}
        defaultValue={typed.contactName}
        width="medium"
        autoComplete="off"
      />
      <TextInput
        {...controlOf("contactEmail", problems)}
        type="email"
        label={SETTING_LABELS.contactEmail}
        hint="One that somebody reads in the holidays too."
        defaultValue={typed.contactEmail}
        width="medium"
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        {...controlOf("telephone", problems)}
        type="tel"
        label={SETTING_LABELS.telephone}
        aside="(if there is one)"
        defaultValue={typed.telephone}
        width="medium"
        autoComplete="off"
      />
      <Checkbox
        id="contactOnSignIn"
        name="contactOnSignIn"
        value="yes"
        label="Show the contact on the sign-in page"
        hint="Everybody can read that page. Choose a team’s address, not a person’s."
        defaultChecked={typed.contactOnSignIn === "yes"}
      />
    </>
  );
}
