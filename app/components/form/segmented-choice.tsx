import { classNames } from "../class-names";
import { type ChoiceSet, choiceId } from "./choice";
import { ChoiceGroup, type GroupWords } from "./choice-group";

/** More choices than these stand one above the other on a phone, more letters everywhere. */
const MOST_BESIDE = 3;
const MOST_LETTERS = 48;

function layoutOf(choices: ChoiceSet["choices"]): string | false {
  const letters = choices.reduce((sum, { label }) => sum + label.length, 0);
  if (letters > MOST_LETTERS) return "ir-segmented-stacked";
  return choices.length > MOST_BESIDE && "ir-segmented-many";
}

/** A few short choices joined in one box, as Yes, Partly, No. */
export function SegmentedChoice(props: GroupWords & ChoiceSet) {
  const { id, name, choices, chosen, control, ...words } = props;
  return (
    <ChoiceGroup id={id} {...words}>
      <div className={classNames("ir-segmented", layoutOf(choices))}>
        {choices.map((choice, index) => (
          <label className="ir-segment" key={choice.value}>
            <input
              {...control}
              type="radio"
              className="ir-radio-input-small"
              id={choiceId(id, index)}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
