import { Icon } from "../icon";
import type { LevelChoice } from "./level-choice";

type KeyBarProps = {
  levels: readonly LevelChoice[];
  on: boolean;
  /** Turns the keys on or off (WCAG 2.1.4). */
  onToggle: () => void;
};

const isDigit = (key: string): boolean => key >= "0" && key <= "9";

/** Says which keys choose while a row has focus. Shown only with JavaScript and a keyboard. */
export function KeyBar({ levels, on, onToggle }: KeyBarProps) {
  const digits = levels.filter(({ shortcut }) => isDigit(shortcut));
  const letters = levels.filter(({ shortcut }) => !isDigit(shortcut));
  return (
    <div className="ir-keybar">
      <span className="ir-strong">Keys</span>
      {on ? (
        <>
          <DigitKeys digits={digits} />
          {letters.map(({ shortcut, name }) => (
            <span key={shortcut} className="ir-keybar-keys">
              <kbd className="ir-key">{shortcut}</kbd> {name.toLowerCase()}
            </span>
          ))}
          <span className="ir-keybar-keys">
            <kbd className="ir-key">
              <Icon name="arrow-down" label="Arrow down" />
            </kbd>
            <kbd className="ir-key">
              <Icon name="arrow-up" label="Arrow up" />
            </kbd>
            move
          </span>
        </>
      ) : (
        <span>are off</span>
      )}
      <button type="button" className="ir-link-button ir-keybar-off" onClick={onToggle}>
        {on ? "Turn keys off" : "Turn keys on"}
      </button>
    </div>
  );
}

function DigitKeys({ digits }: { digits: readonly LevelChoice[] }) {
  const [first, last] = [digits.at(0), digits.at(-1)];
  if (!first || !last) return null;
  return (
    <span className="ir-keybar-keys">
      <kbd className="ir-key">{first.shortcut}</kbd> to{" "}
      <kbd className="ir-key">{last.shortcut}</kbd> choose and go on
    </span>
  );
}
