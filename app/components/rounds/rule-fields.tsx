import { OWNERSHIP_RULES } from "~/domain/visit/states";
import { OWNERSHIP_TITLES, ownershipSentence } from "~/domain/visit/ownership-words";
import { Checkboxes } from "../form/checkboxes";
import { Radios } from "../form/radios";
import { controlOf } from "../people/problem-at";
import type { StepFieldsProps } from "./draft-page";

const GOVERNOR = [
  { value: "no", label: "The headteacher’s signature is enough" },
  { value: "yes", label: "A governor signs after the headteacher" },
];
const VIEWS = [
  {
    value: "yes",
    label: "Each gives a view before seeing the other’s",
    hint: "Two independent looks; they talk about where they differ.",
  },
  { value: "no", label: "They see each other’s views from the start" },
];

/** Who signs, who reads the record of a visit, how reviewers give views, and whom the round is shared with. */
export function RuleFields({ view, draft, problems }: StepFieldsProps) {
  const { name } = view.organisation;
  return (
    <>
      <Radios
        {...controlOf("governorSigns", problems)}
        legend="Signing"
        choices={GOVERNOR}
        chosen={draft.governorSigns}
      />
      <Radios
        {...controlOf("visitOwnership", problems)}
        legend="Who reads the record of a peer moderation visit"
        hint="Fixed to each visit when its host accepts it. It can never be made wider after that."
        choices={OWNERSHIP_RULES.map((rule) => ({
          value: rule,
          label: OWNERSHIP_TITLES[rule],
          hint: ownershipSentence(rule, name),
        }))}
        chosen={draft.visitOwnership}
      />
      <Radios
        {...controlOf("viewsFirst", problems)}
        legend="The two reviewers of a visit"
        choices={VIEWS}
        chosen={draft.viewsFirst}
      />
      {view.organisations.length === 0 ? null : (
        <Checkboxes
          {...controlOf("sharedWith", problems)}
          legend="Shared with"
          hint="Their officers read signed copies and replies of this round as yours do. Schools see it before they sign."
          choices={view.organisations.map((one) => ({ value: one.id, label: one.name }))}
          ticked={draft.sharedWith}
        />
      )}
    </>
  );
}
