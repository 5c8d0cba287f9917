import { Form } from "@remix-run/react";
import { WORDS_TO_TELL_MAX } from "~/domain/visit/words-to-tell";
import type { VisitIntent } from "~/forms/visit";
import type { VisitView } from "~/services/visits/views";
import { Button } from "../button";
import { Details } from "../details";
import { NamesQuestion } from "../form/names-question";
import { TextArea } from "../form/text-area";

/** A form that was sent and came back. */
export type SentWords = {
  intent: VisitIntent;
  words: string;
  error: string | undefined;
  asksNames: boolean;
} | null;

type PutOffFormsProps = { visit: VisitView; sent: SentWords };

/** Postponing and cancelling, each with words that the others read. */
export function PutOffForms({ visit, sent }: PutOffFormsProps) {
  const { may } = visit;
  if (!may.postpone && !may.cancel) return null;
  return (
    <section className="ir-section" aria-labelledby="put-off">
      <h2 className="ir-h2" id="put-off">
        If it cannot be
      </h2>
      {may.postpone ? (
        <WordsForm
          intent="postpone"
          summary="Put the visit off"
          label="What the others should know"
          hint="The day is free again, calendars are told, and another day is put forward. Everybody in the visit reads these words."
          button="Put the visit off"
          sent={sent}
        />
      ) : null}
      {may.cancel ? (
        <WordsForm
          intent="cancel"
          summary="Cancel the visit"
          label="Why it does not take place"
          hint="Both sides and the council read this. A cancelled visit does not come back; to move the day, put it off instead."
          button="Cancel the visit"
          sent={sent}
        />
      ) : null}
    </section>
  );
}

type WordsFormProps = {
  intent: "postpone" | "cancel";
  summary: string;
  label: string;
  hint: string;
  button: string;
  sent: SentWords;
};

function WordsForm({ intent, summary, label, hint, button, sent }: WordsFormProps) {
  const mine = sent?.intent === intent ? sent : null;
  return (
    <Details summary={summary} open={mine !== null}>
      <Form method="post" noValidate>
        <TextArea
          id={`${intent}-words`}
          name="words"
          label={label}
          hint={hint}
          warnNames
          rows={3}
          limit={WORDS_TO_TELL_MAX}
          defaultValue={mine?.words ?? ""}
          error={mine?.error}
        />
        {mine?.asksNames ? <NamesQuestion id={`${intent}-names`} name="namesConfirmed" /> : null}
        <div className="ir-actions">
          <Button name="intent" value={intent} secondary>
            {button}
          </Button>
        </div>
      </Form>
    </Details>
  );
}
