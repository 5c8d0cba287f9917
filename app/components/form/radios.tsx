import { type ChoiceSet, choiceId } from "./choice";
import { ChoiceGroup, type GroupWords } from "./choice-group";

/** Choices one above the other. */
export function Radios(props: GroupWords & ChoiceSet) {
  const { id, name, choices, chosen, control, ...words } = props;
  return (
    <ChoiceGroup id={id} {...words}>
      <div className="ir-radio-list">
        {choices.map((choice, index) => {
          const own = choiceId(id, index);
          const hintId = choice.hint ? `${own}-meaning` : undefined;
          return (
            <div className="ir-pick" key={choice.value}>
              <input
                {...control}
                type="radio"
                className="ir-radio-input"
                id={own}
                name={name}
                value={choice.value}
                defaultChecked={choice.value === chosen}
                aria-describedby={hintId}
              />
              <div className="ir-pick-words">
                <label htmlFor={own}>{choice.label}</label>
                {choice.hint ? (
                  <p id={hintId} className="ir-hint">
                    {choice.hint}
                  </p>
                ) : null}
              </div>
            </div>
          );
        })}
      </div>
    </ChoiceGroup>
  );
}
