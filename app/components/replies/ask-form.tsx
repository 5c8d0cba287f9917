import { Form, Link } from "@remix-run/react";
import { QUESTION_MAX } from "~/domain/reply/reply-boxes";
import { Button } from "../button";
import { NamesQuestion } from "../form/names-question";
import { TextArea } from "../form/text-area";
import type { SentWords } from "./answer-form";

type AskFormProps = {
  /** The page of the return. */
  page: string;
  number: number;
  /** Null: about the whole return. */
  itemKey: string | null;
  sent: SentWords | null;
};

export const ASK_FIELD = "question-text";

/** Asks about one statement or the whole return, where it is read. */
export function AskForm({ page, number, itemKey, sent }: AskFormProps) {
  const problem = sent?.problems[0];
  const about = itemKey ?? "the whole return";
  return (
    <Form
      method="post"
      action={`${page}?ask=${itemKey ?? "whole"}`}
      noValidate
      className="ir-panel"
    >
      <input type="hidden" name="form" value="ask" />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="item" value={itemKey ?? ""} />
      <TextArea
        id={ASK_FIELD}
        name="text"
        label={`Your question about ${about}`}
        hint="The school’s team reads it and answers in place. What they signed stays as it is."
        defaultValue={sent?.typed ?? ""}
        error={problem?.message}
        limit={QUESTION_MAX}
        rows={3}
        warnNames
      />
      {problem?.asks === "names" ? (
        <NamesQuestion id="question-names" name="namesConfirmed" />
      ) : null}
      <div className="ir-actions">
        <Button>Ask the school</Button>
        <Link to={page} preventScrollReset>
          Leave it
        </Link>
      </div>
    </Form>
  );
}
