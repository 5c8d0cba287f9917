import type { ReactNode } from "react";
import { formatDate, formatTime } from "~/domain/calendar/format";
import { Tag } from "../tag";
import { questionAnchor } from "./reply-paths";

/** A question as both sides read it: `QuestionView` of app/services/replies. */
export type ShownQuestion = {
  id: string;
  on: { key: string; short: string } | null;
  number: number;
  state: "open" | "answered" | "closed";
  text: string;
  askedBy: string;
  askedAt: Date;
  answer: { text: string; by: string; at: Date } | null;
  closedAt: Date | null;
  version: number;
};

const STATES = {
  open: ["sand", "Waits for an answer"],
  answered: ["green", "Answered"],
  closed: ["grey", "Closed"],
} as const;

/** "C5, an accurate SEN list", or the whole return. */
export const questionTitle = ({ on }: Pick<ShownQuestion, "on">): string => {
  if (on === null) return "About the whole return";
  return on.short === "" ? on.key : `${on.key}, ${on.short}`;
};

type QuestionCardProps = {
  question: ShownQuestion;
  level?: "h3" | "h4";
  /** Who asks: "Kent County Council". */
  organisationName?: string;
  /** What may be done with it. */
  children?: ReactNode;
};

/** A question and, set in from it, the answer. */
export function QuestionCard({ question, organisationName, children, ...rest }: QuestionCardProps) {
  const { level: Heading = "h3" } = rest;
  const { id, text, askedBy, askedAt, answer, state } = question;
  const [colour, words] = STATES[state];
  const asker = organisationName === undefined ? askedBy : `${askedBy}, ${organisationName}`;
  return (
    <div className="ir-question" id={questionAnchor(id)} tabIndex={-1}>
      <Heading className="ir-h3">
        {questionTitle(question)} <Tag colour={colour}>{words}</Tag>
      </Heading>
      <blockquote className="ir-said">
        <p className="ir-as-typed">{text}</p>
        <p className="ir-small ir-muted">
          {asker}, {momentOf(askedAt)}, about signed copy {question.number}
        </p>
      </blockquote>
      {answer === null ? null : (
        <blockquote className="ir-said ir-said-answer">
          <p className="ir-as-typed">{answer.text}</p>
          <p className="ir-small ir-muted">
            {answer.by}, {momentOf(answer.at)}
          </p>
        </blockquote>
      )}
      {children}
    </div>
  );
}

const momentOf = (at: Date): string => `${formatDate(at)}, ${formatTime(at)}`;
