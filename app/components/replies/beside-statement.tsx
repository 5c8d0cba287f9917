import { Link } from "@remix-run/react";
import { quotable } from "~/domain/reply/quote";
import type { SnapshotItem } from "~/domain/submission/snapshot";
import { Details } from "../details";
import { itemAnchor } from "../reading/section-anchor";
import type { SentWords } from "./answer-form";
import { AskForm } from "./ask-form";
import { QuestionCard, type ShownQuestion } from "./question-card";
import { REPLY_FORM } from "./reply-paths";

type BesideProps = {
  item: SnapshotItem;
  page: string;
  number: number;
  questions: readonly ShownQuestion[];
  mayAsk: boolean;
  mayQuote: boolean;
  /** The statement that is being asked about. */
  asking: string | null;
  quoted: string | null;
  sent: SentWords | null;
};

/** What an officer does from a statement: quote a sentence in the reply, or ask. */
export function BesideStatement(props: BesideProps) {
  const { item, page, number, questions, mayAsk, mayQuote, asking, quoted, sent } = props;
  const here = questions.filter(({ on }) => on?.key === item.key);
  const isAsking = asking === item.key;
  return (
    <>
      {here.map((question) => (
        <QuestionLine key={question.id} question={question} />
      ))}
      {mayQuote ? <Quotes item={item} quoted={quoted === item.key} /> : null}
      {mayAsk && isAsking ? (
        <AskForm page={page} number={number} itemKey={item.key} sent={sent} />
      ) : null}
      {mayAsk && !isAsking ? (
        <p className="ir-small">
          <Link to={`${page}?ask=${item.key}#${itemAnchor(item.key)}`} preventScrollReset>
            Ask about {item.key}
          </Link>
        </p>
      ) : null}
    </>
  );
}

/** Questions stand in full above; here is that there is one, and whether it is answered. */
const QuestionLine = ({ question }: { question: ShownQuestion }) => (
  <div className="ir-beside-question">
    <QuestionCard question={{ ...question, id: `${question.id}-here` }} level="h4" />
  </div>
);

function Quotes({ item, quoted }: { item: SnapshotItem; quoted: boolean }) {
  const sentences = quotable(item);
  if (sentences.length === 0) return null;
  return (
    <>
      <Details summary={`Quote from ${item.key}`}>
        {sentences.map((sentence, index) => (
          <p className="ir-quote" key={index}>
            <span>“{sentence}”</span>{" "}
            <button
              type="submit"
              form={REPLY_FORM}
              name="act"
              value={`quote:${item.key}:${index}`}
              className="ir-button ir-button-secondary"
            >
              Quote<span className="govuk-visually-hidden"> this sentence, {index + 1}</span>
            </button>
          </p>
        ))}
      </Details>
      {quoted ? (
        <p className="ir-small" role="status">
          It is in “We noticed” of your reply.
        </p>
      ) : null}
    </>
  );
}
