import { Panel } from "../panels/panel";
import { answerNoun } from "./answer-words";

/** Says which answers hold text that was typed before and not saved. */
export function PutBack({ keys }: { keys: readonly string[] }) {
  if (keys.length === 0) return null;
  const nouns = keys.map((key) => (key.startsWith("field:") ? "your numbers" : answerNoun(key)));
  return (
    <div className="ir-above">
      <Panel kind="caution" title="What you typed before is back in its box">
        <p>
          It was not saved when the page closed: {[...new Set(nouns)].join(", ")}.{" "}
          <span className="ir-js-only">It is saved by itself now; each answer says when.</span>
          <span className="ir-no-js">Look at it, then save.</span>
        </p>
      </Panel>
    </div>
  );
}
