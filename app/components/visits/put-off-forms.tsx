import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
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

/** Postponing, not being able to come, and cancelling, each with words that the others read. */
export function PutOffForms({ visit, sent }: PutOffFormsProps) {
  const { may } = visit;
  if (!may.postpone && !may.cancel && !may.stepBack) return null;
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
      {may.stepBack ? (
        <WordsForm
          intent="step-back"
          summary="I cannot come"
          label="Why, if you would like to say"
          hint="The school, the other reviewer and the council read this."
          button="Tell them that I cannot come"
          sent={sent}
        >
          <WhatBecomes visit={visit} />
        </WordsForm>
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

/** What becomes of the visit, and of what the reviewer wrote, said before they leave it. */
function WhatBecomes({ visit: { visitOn, ownNotes } }: { visit: VisitView }) {
  const day = visitOn === null ? "" : " The day holds meanwhile.";
  const unfiled = ownNotes === 1 ? "1 note of yours" : `${ownNotes} notes of yours`;
  return (
    <ul className="ir-plain-list">
      <li>The council looks for somebody else.{day} It does not count in your year.</li>
      <li>Notes you have filed stay with the visit under your name.</li>
      <li>
        What only you can read is deleted: your jottings, notes not filed to what the school asked
        about, and your views.
      </li>
      {ownNotes === 0 ? null : <li>File what should stay first: {unfiled} would go.</li>}
    </ul>
  );
}

type WordsFormProps = {
  intent: "postpone" | "step-back" | "cancel";
  summary: string;
  label: string;
  hint: string;
  button: string;
  sent: SentWords;
  children?: ReactNode;
};

function WordsForm({ intent, summary, label, hint, button, sent, children }: WordsFormProps) {
  const mine = sent?.intent === intent ? sent : null;
  return (
    <Details summary={summary} open={mine !== null}>
      {children}
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
