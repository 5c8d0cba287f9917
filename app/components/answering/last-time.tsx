import type { EarlierAnswerView } from "~/services/answering/views";
import { Details } from "../details";
import { dayWords } from "./moment-words";
import { useOpenedAt } from "./opened-at";

/** What the school wrote for the same statement in an earlier self-review, folded away. */
export function LastTime({ earlier }: { earlier: EarlierAnswerView | null }) {
  const now = useOpenedAt();
  if (earlier === null) return null;
  const { title, at, levelName, commentary, whereSeen } = earlier;
  return (
    <Details summary={`What you said in ${title}, ${dayWords(at, now)}`}>
      {levelName ? <p className="ir-strong">{levelName}</p> : null}
      {[commentary, whereSeen]
        .filter((text) => text !== "")
        .map((text) => (
          <p className="ir-words" key={text}>
            {text}
          </p>
        ))}
    </Details>
  );
}
