import type { PairView } from "~/services/matching/pair-view";
import { Icon } from "../icon";

/** Two reviewers with what speaks for them and what to ask (look/15-matching). */
export function PairBody({ pair }: { pair: PairView }) {
  return (
    <>
      {pair.people.map((person) => (
        <div className="ir-pair-person" key={person.reviewerId}>
          <p className="ir-strong">{person.name}</p>
          <p>{person.from}</p>
          <p>{person.left}</p>
        </div>
      ))}
      <ReasonList pair={pair} />
    </>
  );
}

/** Ticks, then questions in caution. */
export const ReasonList = ({ pair: { reasons, questions } }: { pair: PairView }) => (
  <ul className="ir-reasons">
    {reasons.map((reason) => (
      <li key={reason}>
        <Icon name="tick" tone="pine" />
        <span>{reason}</span>
      </li>
    ))}
    {questions.map((question) => (
      <li key={question} className="ir-reason-question">
        <Icon name="question" tone="caution" label="To ask:" />
        <span>{question}</span>
      </li>
    ))}
  </ul>
);
