import { useRef, useState } from "react";
import { chosenSchools, type ChosenFrom, type SchoolChoice } from "~/domain/round/school-choice";
import { readSchoolChoice } from "~/forms/round-draft";
import { Button } from "../button";
import { Details } from "../details";
import { Checkbox } from "../form/checkbox";
import { Checkboxes } from "../form/checkboxes";
import { controlOf } from "../people/problem-at";
import type { FieldProblem } from "./draft-page";

type ToChoose = ChosenFrom & { name: string };
type From = { schools: readonly ToChoose[]; groups: readonly { id: string; name: string }[] };
type Props = { choice: SchoolChoice; from: From; problems: readonly FieldProblem[] };

/** Which schools, by lists and by hand, with how many that comes to: as one ticks, or by the button. */
export function SchoolFields({ choice, from, problems }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(choice);
  const count = () => {
    const form = box.current?.closest("form");
    if (form) setChosen(readSchoolChoice(new FormData(form)));
  };
  const { schools } = from;
  const found = chosenSchools(chosen, schools).length;
  return (
    <div ref={box} onChange={count}>
      <Checkbox
        {...controlOf("all", problems)}
        value="1"
        label={`Every school: ${schools.length}`}
        hint="Or narrow it down below. A school is taken where it fits one of each list that has something ticked."
        defaultChecked={choice.all}
      />
      <Lists choice={choice} from={from} />
      <ByHand schools={schools} picked={choice.picked} />
      <div className="ir-panel ir-count-bar">
        <p className="ir-strong" role="status">
          {found} of {schools.length} {schools.length === 1 ? "school" : "schools"} chosen
        </p>
        <Button secondary name="intent" value="count">
          Count again
        </Button>
      </div>
    </div>
  );
}

function Lists({ choice, from }: Pick<Props, "choice" | "from">) {
  const { schools, groups } = from;
  const named = (values: (school: ToChoose) => string) =>
    [...new Set(schools.map(values))].sort().map((value) => ({
      value,
      label: `${value}: ${schools.filter((school) => values(school) === value).length}`,
    }));
  const ofGroups = groups.map(({ id, name }) => ({
    value: id,
    label: `${name}: ${schools.filter((school) => school.groups.includes(id)).length}`,
  }));
  return (
    <>
      <Ticks name="phases" title="Phases" choices={named(({ phase }) => phase)} {...{ choice }} />
      <Ticks
        name="districts"
        title="Districts"
        choices={named(({ district }) => district)}
        {...{ choice }}
      />
      <Ticks name="types" title="Types" choices={named(({ type }) => type)} {...{ choice }} />
      <Ticks name="groups" title="Groups" choices={ofGroups} {...{ choice }} />
    </>
  );
}

type TicksProps = {
  name: "phases" | "districts" | "types" | "groups";
  title: string;
  choices: readonly { value: string; label: string }[];
  choice: SchoolChoice;
};

function Ticks({ name, title, choices, choice }: TicksProps) {
  if (choices.length === 0) return null;
  const ticked = choice[name];
  return (
    <Details summary={title} open={ticked.length > 0}>
      <Checkboxes
        id={name}
        name={name}
        legend={title}
        legendStyle="hidden"
        choices={choices}
        ticked={ticked}
      />
    </Details>
  );
}

/** Every school by district, to be taken whatever else is ticked. */
function ByHand({ schools, picked }: { schools: readonly ToChoose[]; picked: readonly string[] }) {
  const districts = [...new Set(schools.map(({ district }) => district))].sort();
  return (
    <Details summary="Schools picked by hand" open={picked.length > 0}>
      {districts.map((district) => {
        const here = schools.filter((school) => school.district === district);
        return (
          <Details
            key={district}
            summary={`${district}: ${here.length}`}
            open={here.some(({ urn }) => picked.includes(urn))}
          >
            <fieldset className="ir-fieldset">
              <legend className="govuk-visually-hidden">Schools in {district}</legend>
              <div className="ir-pick-columns">
                {here.map(({ urn, name }) => (
                  <div className="ir-pick" key={urn}>
                    <input
                      type="checkbox"
                      className="ir-checkbox-input"
                      id={`pick-${urn}`}
                      name="picked"
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
      })}
    </Details>
  );
}
