import { useSyncExternalStore } from "react";
import { readCount, shareOf } from "~/domain/questionnaire/shares";
import { fieldKey, FIELD_MAX } from "~/domain/response/answer";
import { formatDate } from "~/domain/calendar/format";
import { readDay } from "~/domain/calendar/read-day";
import type { DerivedView, FieldView, OnePageView } from "~/services/answering/views";
import { answerId } from "~/forms/answers";
import { ErrorText } from "../../form/field";
import { fieldIds } from "../../form/field-ids";
import { NamesWarning } from "../../form/names-warning";
import { TextInput } from "../../form/text-input";
import { HiddenParts } from "../answer-parts";
import { useAnswer, useAnswering } from "../answering-context";
import { ConflictPanel } from "../conflict-panel";
import { KeptText } from "../kept-text";
import { namedRefusal } from "./named-refusal";

/** Numbers with their shares, then who leads and when things were checked. */
export function NumbersAndNames({ view }: { view: OnePageView }) {
  const counts = view.fields.filter(({ kind }) => kind === "count");
  const others = view.fields.filter(({ kind }) => kind !== "count");
  const half = Math.ceil(counts.length / 2);
  return (
    <>
      <section className="ir-section" aria-labelledby="numbers">
        <h2 className="ir-h2" id="numbers">
          Your numbers
        </h2>
        <p className="ir-hint">Numbers only, no names. We work out the shares.</p>
        <div className="ir-number-grid">
          {[counts.slice(0, half), counts.slice(half)].map((column, index) => (
            <div key={index}>
              {column.map((field) => (
                <NumberRow key={field.key} field={field} view={view} />
              ))}
            </div>
          ))}
        </div>
      </section>
      <section className="ir-section" aria-labelledby="people-and-dates">
        <h2 className="ir-h2" id="people-and-dates">
          Who leads, and when
        </h2>
        <p className="ir-hint">Staff and their work addresses only.</p>
        <NamesWarning />
        <div className="ir-field-grid">
          {others.map((field) => (
            <OtherField key={field.key} field={field} />
          ))}
        </div>
      </section>
    </>
  );
}

function NumberRow({ field, view }: { field: FieldView; view: OnePageView }) {
  const { control, opened, errorAt } = useAnswer(field.answerKey);
  const { id, register } = control("value");
  const error = errorAt("value");
  const derived = view.derived.find(({ partField }) => partField === field.key);
  return (
    <div className="ir-number-row">
      <label htmlFor={id}>{field.label}</label>
      <input
        {...register}
        id={id}
        className="ir-input ir-input-number"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={opened.value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? fieldIds(id).error : derived ? `${id}-share` : undefined}
      />
      {derived ? (
        <Share id={`${id}-share`} derived={derived} owner={view.response.owner.label} />
      ) : null}
      {error ? <ErrorText id={fieldIds(id).error}>{error}</ErrorText> : null}
      <HiddenParts answerKey={field.answerKey} shown={["value"]} />
      <ConflictPanel answerKey={field.answerKey} levels={[]} about={field.label} />
      <KeptText answerKey={field.answerKey} />
    </div>
  );
}

type ShareProps = { id: string; derived: DerivedView; owner: string };

/** The share beside its number, worked out again while someone types. */
function Share({ id, derived, owner }: ShareProps) {
  const { queue } = useAnswering();
  const valueOf = (field: string) => queue.contentOf(fieldKey(field)).value;
  const typed = () => `${valueOf(derived.partField)}/${valueOf(derived.wholeField)}`;
  useSyncExternalStore(queue.subscribe, typed, typed);
  const { key, label, partField: part, wholeField: whole, threshold } = derived;
  const share = shareOf(
    { key, label, part, whole, threshold: null },
    { part: readCount(valueOf(part)), whole: readCount(valueOf(whole)), threshold },
  );
  return (
    <p className="ir-number-share" id={id}>
      {share.percent === null ? null : <strong>{share.percent}%</strong>}{" "}
      {share.tooMany ? "More than the whole: check both numbers" : shareWords(share, owner)}
    </p>
  );
}

type Shown = Pick<DerivedView, "label" | "percent" | "threshold" | "short">;

function shareWords({ label, percent, threshold, short }: Shown, owner: string): string {
  if (percent === null) return "";
  if (threshold !== null && short !== null && short > 0) {
    return `${owner} asks for ${threshold}%: ${short} more`;
  }
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function OtherField({ field }: { field: FieldView }) {
  const { control, opened, state } = useAnswer(field.answerKey);
  const refusal = state.refusal && namedRefusal(field, state.refusal);
  const { register } = control("value");
  const day = field.kind === "date" ? readDay(opened.value) : null;
  return (
    <div>
      <TextInput
        {...register}
        id={answerId(field.answerKey, "value")}
        type={field.kind === "email" ? "email" : "text"}
        label={field.label}
        labelStyle="small"
        hint={field.hint ?? undefined}
        error={refusal?.part === "value" ? refusal.field : undefined}
        width={field.kind === "date" ? "short" : "full"}
        maxLength={FIELD_MAX}
        autoComplete="off"
        defaultValue={day === null ? opened.value : formatDate(day)}
      />
      <HiddenParts answerKey={field.answerKey} shown={["value"]} />
      <ConflictPanel answerKey={field.answerKey} levels={[]} about={field.label} />
      <KeptText answerKey={field.answerKey} />
    </div>
  );
}
