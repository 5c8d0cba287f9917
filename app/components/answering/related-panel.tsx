import { Link } from "@remix-run/react";
import type { RelatedAnswerView } from "~/services/answering/views";
import { Button } from "../button";
import { Panel } from "../panels/panel";
import { useAnswering } from "./answering-context";
import { dayWords } from "./moment-words";
import { sectionPath } from "./review-path";
import { useOpenedAt } from "./opened-at";

type RelatedPanelProps = { answerKey: string; related: RelatedAnswerView; id: string };

/** The school's own words for the same question elsewhere, offered and never used by themselves. */
export function RelatedPanel({ answerKey, related, id }: RelatedPanelProps) {
  const { urn } = useAnswering();
  const now = useOpenedAt();
  const where = sectionPath({ urn, id: related.responseId, section: related.section });
  const text = related.commentary || related.whereSeen;
  return (
    <Panel
      kind="related"
      level="h4"
      id={id}
      title={`You wrote this in the ${related.questionnaireTitle} on ${dayWords(related.at, now)}: use it?`}
    >
      <p>“{text}”</p>
      <div className="ir-actions ir-actions-close">
        <UseIt answerKey={answerKey} text={text} />
        <Link to={`${where}#${related.key}`}>
          Read {related.key} in the {related.questionnaireTitle}
        </Link>
      </div>
    </Panel>
  );
}

/** Puts the words in the box and saves them, with JavaScript; without it the words stand above the box to copy. */
function UseIt({ answerKey, text }: { answerKey: string; text: string }) {
  const { queue, write, editable } = useAnswering();
  if (!editable) return null;
  function use() {
    const content = queue.contentOf(answerKey);
    const before = content.commentary.trim();
    const commentary = before === "" ? text : `${before}\n\n${text}`;
    write(answerKey, { ...content, commentary });
  }
  return (
    <Button type="button" secondary className="ir-js-only" onClick={use}>
      Use it
      <span className="govuk-visually-hidden"> for {answerKey}</span>
    </Button>
  );
}
