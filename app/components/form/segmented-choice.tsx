import { type ChoiceSet, choiceId } from "./choice";
import { ChoiceGroup, type GroupWords } from "./choice-group";

/** A few short choices joined in one box, as Yes, Partly, No. */
export function SegmentedChoice(props: GroupWords & ChoiceSet) {
  const { id, name, choices, chosen, control, ...words } = props;
  return (
    <ChoiceGroup id={id} {...words}>
      <div className="ir-segmented">
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
