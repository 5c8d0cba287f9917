import type { Choice } from "./choice";
import { choiceId } from "./choice";
import { ChoiceGroup, type GroupWords } from "./choice-group";

type CheckboxesProps = GroupWords & {
  id: string;
  name: string;
  choices: readonly Choice[];
  ticked: readonly string[];
};

/** Several boxes to tick under one question. */
export function Checkboxes({ id, name, choices, ticked, ...words }: CheckboxesProps) {
  return (
    <ChoiceGroup id={id} {...words}>
      <div className="ir-radio-list">
        {choices.map((choice, index) => (
          <div className="ir-pick" key={choice.value}>
            <input
              type="checkbox"
              className="ir-checkbox-input"
              id={choiceId(id, index)}
              name={name}
              value={choice.value}
              defaultChecked={ticked.includes(choice.value)}
            />
            <div className="ir-pick-words">
              <label htmlFor={choiceId(id, index)}>{choice.label}</label>
              {choice.hint ? <p className="ir-hint">{choice.hint}</p> : null}
            </div>
          </div>
        ))}
      </div>
    </ChoiceGroup>
  );
}
