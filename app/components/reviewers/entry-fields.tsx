import { PHASES } from "~/domain/questionnaire/definition";
import { MOST_VISITS } from "~/domain/reviewer/visits-offered";
import type { TypedEntry } from "~/domain/reviewer/register-entry";
import type { EntryFormView } from "~/services/reviewers/views";
import { Checkbox } from "../form/checkbox";
import { Checkboxes } from "../form/checkboxes";
import { Radios } from "../form/radios";
import { TextInput } from "../form/text-input";
import { controlOf } from "../people/problem-at";
import { phaseLabel } from "./register-page";

export const TRUST_CHOICES = [
  { value: "in-trust", label: "In a trust" },
  { value: "no-trust", label: "In no trust" },
  {
    value: "not-recorded",
    label: "Not recorded",
    hint: "Matching then asks before this reviewer is chosen for a school in a trust.",
  },
];

type Props = {
  form: EntryFormView;
  typed: TypedEntry;
  problems: readonly { field: string; message: string }[];
};

/** The fields of an entry in the register. Everything typed comes back with its problems. */
export function EntryFields({ form, typed, problems }: Props) {
  const at = (field: string) => controlOf(field, problems);
  return (
    <>
      <TextInput
        {...at("post")}
        label="Post"
        hint="Like headteacher, deputy head or SENCO"
        defaultValue={typed.post}
        width="medium"
        autoComplete="off"
      />
      <HomeSchoolFields typed={typed} problems={problems} />
      <Checkboxes
        {...at("phases")}
        legend="Phases they know"
        choices={PHASES.map((value) => ({ value, label: phaseLabel(value) }))}
        ticked={typed.phases}
      />
      <Checkboxes
        {...at("questionnaireKeys")}
        legend="Questionnaires they are accredited for"
        choices={form.questionnaires}
        ticked={typed.questionnaireKeys}
      />
      <TextInput
        {...at("accreditedUntil")}
        label="Accredited until"
        hint="The last day, like 31 7 2028"
        defaultValue={typed.accreditedUntil}
        width="short"
        autoComplete="off"
      />
      <TextInput
        {...at("visitsOffered")}
        label="Visits offered this academic year"
        hint={`From 0 to ${MOST_VISITS}. Nobody is asked for more than they offer.`}
        defaultValue={typed.visitsOffered}
        width="number"
        inputMode="numeric"
        autoComplete="off"
      />
      <Checkbox
        {...at("mayLead")}
        value="yes"
        label="May lead a visit"
        hint="The lead reviewer writes to the school and signs."
        defaultChecked={typed.mayLead === "yes"}
      />
      {form.districts.length === 0 ? null : (
        <Checkboxes
          {...at("districts")}
          legend="Districts they would rather visit"
          hint="None ticked: anywhere."
          choices={form.districts.map((value) => ({ value, label: value }))}
          ticked={typed.districts}
        />
      )}
    </>
  );
}

function HomeSchoolFields({ typed, problems }: Omit<Props, "form">) {
  const at = (field: string) => controlOf(field, problems);
  return (
    <>
      <TextInput
        {...at("homeUrn")}
        label="URN of the home school"
        aside="(empty where this service does not hold the school)"
        defaultValue={typed.homeUrn}
        width="short"
        inputMode="numeric"
        autoComplete="off"
      />
      <TextInput
        {...at("homeSchoolName")}
        label="Name of the home school"
        aside="(only without a URN)"
        defaultValue={typed.homeSchoolName}
        width="medium"
        autoComplete="off"
      />
      <TextInput
        {...at("homeAuthority")}
        label="Its local authority"
        aside="(only without a URN)"
        defaultValue={typed.homeAuthority}
        width="medium"
        autoComplete="off"
      />
      <Radios
        {...at("trustStanding")}
        legend="Their trust"
        hint="The trust of a school with a URN is taken from the register of schools where it stands there."
        choices={TRUST_CHOICES}
        chosen={typed.trustStanding}
      />
      <TextInput
        {...at("trustName")}
        label="Name of the trust"
        aside="(where they are in one)"
        defaultValue={typed.trustName}
        width="medium"
        autoComplete="off"
      />
      <TextInput
        {...at("federationName")}
        label="Name of the federation"
        aside="(where there is one)"
        defaultValue={typed.federationName}
        width="medium"
        autoComplete="off"
      />
    </>
  );
}
