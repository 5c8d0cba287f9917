import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { REMOVAL_REASONS, REMOVED_MARK } from "~/domain/personal-data/removal";
import type { RemoveDetailsForm } from "~/forms/remove-details";
import type { FoundPlace, RemovalPreview } from "~/services/personal-data/remove-views";
import { Button } from "../button";
import type { SummaryError } from "../form/error-summary";
import { Radios } from "../form/radios";
import { TextInput } from "../form/text-input";
import { SummaryTable } from "../summary-table";
import { REASON_WORDS } from "./remove-words";

type ConfirmStepProps = {
  preview: RemovalPreview;
  typed: RemoveDetailsForm;
  error: SummaryError | null;
};

/** Second step: every place that changes, why, and the button. The words are shown here and kept nowhere. */
export function ConfirmStep({ preview, typed, error }: ConfirmStepProps) {
  const errorAt = (id: string) => (error?.fieldId === id ? error.text : undefined);
  return (
    <Form method="post" noValidate>
      <Carried typed={typed} />
      <p className="ir-body">
        {typed.target === "whole" ? (
          "The whole text"
        ) : (
          <>
            The words <strong>{typed.words.trim()}</strong>
          </>
        )}{" "}
        will read “{REMOVED_MARK}” {preview.telling === null ? "in these places" : "in all of it"}.
        This cannot be undone.
      </p>
      {preview.places.length === 0 ? null : (
        <SummaryTable
          rows={preview.places.map((place) => ({ term: place.label, value: placeWords(place) }))}
        />
      )}
      <Copies preview={preview} />
      <Untold preview={preview} />
      {preview.elsewhere !== null && preview.elsewhere > 0 ? (
        <p className="ir-body">
          They also stand in {counted(preview.elsewhere, "other text", "other texts")} of this
          school. Change where to look to remove them there too.
        </p>
      ) : null}
      <Radios
        id="reason"
        name="reason"
        legend="Why is it removed?"
        hint="Kept in the record with your name and the time. What is removed is not kept."
        choices={REMOVAL_REASONS.map((reason) => ({ value: reason, label: REASON_WORDS[reason] }))}
        chosen={typed.reason}
        error={errorAt("reason")}
      />
      <TextInput
        id="note"
        name="note"
        label="A note, if one helps"
        hint="Without the words themselves."
        defaultValue={typed.note}
        error={errorAt("note")}
      />
      <div className="ir-actions">
        <Button name="intent" value="remove">
          {preview.telling === null ? "Remove everywhere listed" : "Remove everywhere"}
        </Button>
        <Button secondary name="intent" value="change">
          Change the words
        </Button>
      </div>
    </Form>
  );
}

function Carried({ typed }: { typed: RemoveDetailsForm }) {
  return (
    <>
      <input type="hidden" name="target" value={typed.target} />
      <input type="hidden" name="words" value={typed.words} />
      <input type="hidden" name="scope" value={typed.scope} />
    </>
  );
}

/** What is looked through without a word: nobody who removes words reads reviewers' notes by it. */
function Untold({ preview: { telling, places, scope } }: { preview: RemovalPreview }) {
  if (telling === null) return null;
  const none =
    scope === "visit"
      ? "The words are not in what you may read of this visit. Check how they are written."
      : "The words are not in what you may read of this school. Check how they are written.";
  return (
    <>
      {telling === "what-you-read" && places.length === 0 ? (
        <p className="ir-body">{none}</p>
      ) : null}
      <p className="ir-body">
        {telling === "nothing"
          ? "The record is the school’s, so nobody tells you whether the words are in it. They go wherever they are: plan, notes, views, record and PDF."
          : "Reviewers’ notes and views are looked through too. Whether the words are there, nobody is told."}
      </p>
    </>
  );
}

function Copies({ preview }: { preview: RemovalPreview }) {
  if (preview.copies.length === 0 && preview.records.length === 0) return null;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">
        {preview.copies.length === 0 ? "Records" : "Signed copies"} that are made again
      </h2>
      <ul className="ir-body">
        {preview.copies.map(({ title, number, hasPdf }) => (
          <li key={`${title} ${number}`}>
            {title}, signed copy {number}
            {hasPdf ? ": its PDF is withdrawn and sealed again" : ""}
          </li>
        ))}
        {preview.records.map(({ title, visitOn, hasPdf }) => (
          <li key={`${title} ${visitOn ?? ""}`}>
            {title}, record of the visit{visitOn === null ? "" : ` on ${formatDate(visitOn)}`}
            {hasPdf ? ": its PDF is withdrawn and sealed again" : ""}
          </li>
        ))}
      </ul>
      <p className="ir-body">
        Signatures stay as they were given, and the new PDF says that personal details were removed.
        Nobody signs again. Whoever checks the old PDF is told that it was withdrawn.
      </p>
    </section>
  );
}

function placeWords({ found, versions, copies }: FoundPlace): string {
  const parts = [
    counted(found, "time", "times"),
    ...(versions > 0 ? [`in ${counted(versions, "earlier version", "earlier versions")}`] : []),
    ...(copies.length > 0 ? [`in signed copy ${copies.join(", ")}`] : []),
  ];
  return parts.join(", ");
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
