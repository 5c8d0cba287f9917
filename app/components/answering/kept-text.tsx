import { Panel } from "../panels/panel";
import { answerId } from "~/forms/answers";
import { useAnswer, useAnswering } from "./answering-context";

const TEXTS = ["commentary", "dutyNote", "whereSeen", "value"] as const;

/** What could not be written and cannot be tried again here: why, and every word of it, to copy. */
export function KeptText({ answerKey }: { answerKey: string }) {
  const { queue } = useAnswering();
  const { refusal } = useAnswer(answerKey).state;
  if (refusal === null || !(refusal.final || refusal.code === "both")) return null;
  const content = queue.contentOf(answerKey);
  const texts = refusal.final ? TEXTS.filter((part) => content[part] !== "") : [];
  return (
    <Panel kind="caution" level="h3" id={answerId(answerKey, "value") + "-kept"}>
      <p>
        <strong>{refusal.field}</strong>
      </p>
      {texts.map((part) => (
        <p className="ir-words" key={part}>
          {content[part]}
        </p>
      ))}
    </Panel>
  );
}
