import { Link } from "@remix-run/react";
import { useSyncExternalStore, type MouseEvent } from "react";
import { answerId } from "~/forms/answers";
import { hasWords, usedWordsValue, withWords } from "~/forms/used-words";
import type { RelatedAnswerView } from "~/services/answering/views";
import { Button } from "../button";
import { Panel } from "../panels/panel";
import { useAnnounce } from "../shell/announcer";
import { useAnswering } from "./answering-context";
import { dayWords } from "./moment-words";
import { useOpenedAt } from "./opened-at";
import { sectionPath } from "./review-path";

type RelatedPanelProps = { answerKey: string; related: RelatedAnswerView; id: string };

/**
 * The school's own words for the same question elsewhere, offered and never used by themselves. Once they stand
 * in the answer the panel says where they came from.
 */
export function RelatedPanel({ answerKey, related, id }: RelatedPanelProps) {
  const { urn, queue } = useAnswering();
  const when = dayWords(related.at, useOpenedAt());
  const { questionnaireTitle: title, key, responseId, section } = related;
  const words = related.commentary || related.whereSeen;
  const isUsed = () => hasWords(queue.contentOf(answerKey), words);
  const used = useSyncExternalStore(queue.subscribe, isUsed, isUsed);
  const link = (
    <Link to={`${sectionPath({ urn, id: responseId, section })}#${key}`}>
      Read {key} in the {title}
    </Link>
  );
  const source = `Used from the ${title}, ${when}. It stands under your name.`;
  if (used) {
    return (
      <p className="ir-small">
        {source} {link}
      </p>
    );
  }
  return (
    <Panel
      kind="related"
      level="h4"
      id={id}
      title={`You wrote this in the ${title} on ${when}: use it?`}
    >
      <p className="ir-words">“{words}”</p>
      <div className="ir-actions ir-actions-close">
        <UseIt answerKey={answerKey} words={words} source={source} />
        {link}
      </div>
    </Panel>
  );
}

type UseItProps = { answerKey: string; words: string; source: string };

/** Puts the words in the box and saves them. Without JavaScript the page is saved with them. */
function UseIt({ answerKey, words, source }: UseItProps) {
  const { queue, write, editable } = useAnswering();
  const announce = useAnnounce();
  if (!editable) return null;
  function use(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault();
    write(answerKey, withWords(queue.contentOf(answerKey), words));
    announce(source);
    openBox(answerId(answerKey, "commentary"));
  }
  return (
    <Button secondary name="use" value={usedWordsValue({ key: answerKey, words })} onClick={use}>
      Use it
      <span className="govuk-visually-hidden"> for {answerKey}</span>
    </Button>
  );
}

/** The button is gone once it was pressed: the cursor goes to the box, which may be folded away. */
function openBox(id: string): void {
  const box = document.getElementById(id);
  box?.closest("details")?.setAttribute("open", "");
  box?.focus();
}
