import type { OfferedPair } from "~/services/matching/view-school.server";
import { PairBody } from "./pair-card";

type Props = {
  pairs: readonly OfferedPair[];
  name: string;
  legend: string;
  /** Values that were sent: a pair among them stays chosen. */
  chosen: readonly (string | undefined)[];
};

/** Pairs side by side, the first one chosen until another is: each a card that is pressed anywhere. */
export function PairChoice({ pairs, name, legend, chosen }: Props) {
  const [first] = pairs;
  const picked = pairs.find(({ value }) => chosen.includes(value)) ?? first;
  return (
    <fieldset className="ir-fieldset">
      <legend className="ir-label">{legend}</legend>
      <div className="ir-pairs">
        {pairs.map((pair, index) => (
          <div className="ir-pair" key={pair.value}>
            <div className="ir-pair-head">
              <input
                type="radio"
                className="ir-radio-input"
                id={`pair-${index + 1}`}
                name={name}
                value={pair.value}
                defaultChecked={pair === picked}
                aria-describedby={`pair-${index + 1}-why`}
              />
              <label htmlFor={`pair-${index + 1}`}>
                Pair {index + 1}
                <span className="govuk-visually-hidden">
                  : {pair.people.map((person) => person.name).join(" and ")}
                </span>
              </label>
            </div>
            <div id={`pair-${index + 1}-why`}>
              <PairBody pair={pair} />
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
