import { classNames } from "../class-names";
import { choiceId } from "../form/choice";
import { ChoiceGroup, type GroupWords } from "../form/choice-group";
import type { LevelChoice, LevelSet } from "./level-choice";
import { LevelMark } from "./level-mark";

type LevelOptionsProps = GroupWords &
  LevelSet & {
    /** What each level looks like for this statement, by code; empty where the questionnaire says nothing. */
    descriptors: Readonly<Record<string, string>>;
  };

/** The levels of one statement, one above the other, each with what it looks like. */
export function LevelOptions(props: LevelOptionsProps) {
  const { id, name, levels, chosen, control, descriptors, ...words } = props;
  return (
    <ChoiceGroup id={id} {...words}>
      <div className="ir-options">
        {levels.map((level, index) => (
          <LevelOption
            key={level.code}
            id={choiceId(id, index)}
            level={level}
            meaning={descriptors[level.code]}
            input={{ ...control, name, defaultChecked: level.code === chosen }}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

type LevelOptionProps = {
  id: string;
  level: LevelChoice;
  meaning: string | undefined;
  input: LevelSet["control"] & { name: string };
};

function LevelOption({ id, level, meaning, input }: LevelOptionProps) {
  const meaningId = meaning ? `${id}-meaning` : undefined;
  return (
    <div className={classNames("ir-option", level.mark === "none" && "ir-option-plain")}>
      <input
        {...input}
        type="radio"
        className="ir-radio-input ir-option-input"
        id={id}
        value={level.code}
        aria-describedby={meaningId}
      />
      <div className="ir-option-words">
        <label htmlFor={id}>{level.name}</label>
        {meaning ? (
          <span id={meaningId} className="ir-option-meaning">
            {meaning}
          </span>
        ) : null}
      </div>
      {level.mark === "none" ? null : <LevelMark level={level} />}
    </div>
  );
}
