import { Form } from "@remix-run/react";
import { useState, type FormEvent } from "react";
import { formatDate } from "~/domain/calendar/format";
import type { MatchingChoices } from "~/domain/matching/choices";
import type { PickView, ProposalView } from "~/services/matching/view-proposal.server";
import { Button } from "../button";
import { Details } from "../details";
import { Checkbox } from "../form/checkbox";
import { TextInput } from "../form/text-input";
import { controlOf } from "../people/problem-at";

type Props = { view: ProposalView; choices: MatchingChoices };

/** How visits are shared out, as an address: asked for it, longest without, a sample, and picked by hand. */
export function ChoicesForm({ view, choices }: Props) {
  const at = (field: string) => controlOf(field, view.windowProblems);
  const [picked, setPicked] = useState(choices.picked.length);
  const count = (event: FormEvent<HTMLFormElement>) => {
    setPicked(event.currentTarget.querySelectorAll("input[name=pick]:checked").length);
  };
  return (
    <Form method="get" onChange={count}>
      <input type="hidden" name="shown" value="1" />
      <input type="hidden" name="round" value={view.round.id} />
      <fieldset className="ir-fieldset">
        <legend className="ir-label">Schools are taken in this order</legend>
        <PickDetails view={view} choices={choices} picked={picked} />
        <Checkbox
          id="asked"
          name="asked"
          value="1"
          label={`Those that asked for it: ${view.asking}`}
          hint="Those longest without a visit first."
          defaultChecked={choices.askedForIt}
        />
        <Checkbox
          id="longest"
          name="longest"
          value="1"
          label="Then those longest without a visit"
          hint="Schools that never had one come first, by district in turn."
          defaultChecked={choices.longestWithout}
        />
        <Checkbox
          id="sample"
          name="sample"
          value="1"
          label="Then a sample in which each district has its share"
          hint="To draw only a sample, untick those longest without."
          defaultChecked={choices.sampleByDistrict}
        />
      </fieldset>
      <SampleFields choices={choices} />
      <TextInput
        {...at("from")}
        label="Visits from"
        aside="(today, if empty)"
        hint="Like 4 1 2027. Reviewers must be accredited then."
        defaultValue={choices.from}
        width="short"
        autoComplete="off"
      />
      <TextInput
        {...at("to")}
        label="Visits until"
        aside={`(${formatDate(view.window.to)}, if empty)`}
        defaultValue={choices.to}
        width="short"
        autoComplete="off"
      />
      <div className="ir-actions">
        <Button>Show who could visit whom</Button>
      </div>
    </Form>
  );
}

const SampleFields = ({ choices }: { choices: MatchingChoices }) => (
  <Details summary="How the sample is drawn">
    <TextInput
      id="most"
      name="most"
      label="At most so many schools in the sample"
      aside="(as many as fit, if empty)"
      defaultValue={choices.sampleMost === null ? "" : String(choices.sampleMost)}
      width="number"
      inputMode="numeric"
      autoComplete="off"
    />
    <TextInput
      id="seed"
      name="seed"
      label="Number of the draw"
      hint="The same number draws the same schools again, so that the sample can be explained."
      defaultValue={choices.seed}
      width="short"
      autoComplete="off"
    />
  </Details>
);

/** Every school by district, with how many are picked and how many visits are left then. */
function PickDetails({ view, choices, picked }: Props & { picked: number }) {
  const left = Math.max(0, view.capacity - picked);
  return (
    <Details summary="Schools picked by hand come first" open={choices.picked.length > 0}>
      <p className="ir-body ir-strong" role="status">
        {picked} picked, {left} of {view.capacity} visits left for others
      </p>
      {view.picks.map((one) => (
        <District key={one.district} district={one} picked={choices.picked} />
      ))}
    </Details>
  );
}

const District = ({ district, picked }: { district: PickView; picked: readonly string[] }) => (
  <Details
    summary={`${district.district}: ${district.schools.length} schools`}
    open={district.schools.some(({ urn }) => picked.includes(urn))}
  >
    <fieldset className="ir-fieldset">
      <legend className="govuk-visually-hidden">Schools in {district.district}</legend>
      <div className="ir-pick-columns">
        {district.schools.map(({ urn, name }) => (
          <div className="ir-pick" key={urn}>
            <input
              type="checkbox"
              className="ir-checkbox-input"
              id={`pick-${urn}`}
              name="pick"
              value={urn}
              defaultChecked={picked.includes(urn)}
            />
            <div className="ir-pick-words">
              <label htmlFor={`pick-${urn}`}>{name}</label>
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  </Details>
);
