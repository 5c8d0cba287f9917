import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { fieldIds } from "./field-ids";
import { NamesWarning } from "./names-warning";

/** What every control shares: its words and what is wrong with it. */
export type FieldWords = {
  id: string;
  label: ReactNode;
  /** "(one line, if you like)": said after the label in lighter type. */
  aside?: string;
  hint?: ReactNode;
  error?: string;
  /** Shows the line that asks to leave out children's names. */
  warnNames?: boolean;
  labelStyle?: "normal" | "small" | "plain" | "hidden";
};

const LABEL_CLASS = {
  normal: "ir-label",
  small: "ir-label ir-label-small",
  plain: "ir-label ir-label-small ir-label-plain",
  hidden: "govuk-visually-hidden",
} as const;

/** Label, hint, names warning and error around one control. */
export function Field(props: FieldWords & { children: ReactNode }) {
  const { id, label, aside, error, labelStyle = "normal", children } = props;
  return (
    <div className={classNames("ir-field", error && "ir-field-error")}>
      <label htmlFor={id} className={LABEL_CLASS[labelStyle]}>
        {label}
        {aside ? <span className="ir-label-aside"> {aside}</span> : null}
      </label>
      <FieldNotes {...props} />
      {children}
    </div>
  );
}

/** Hint, names warning and error: the same under a label and under a legend. */
export function FieldNotes(props: Pick<FieldWords, "id" | "hint" | "warnNames" | "error">) {
  const { id, hint, warnNames, error } = props;
  const ids = fieldIds(id);
  return (
    <>
      {hint ? (
        <div id={ids.hint} className="ir-hint">
          {hint}
        </div>
      ) : null}
      {warnNames ? <NamesWarning id={ids.warning} /> : null}
      {error ? <ErrorText id={ids.error}>{error}</ErrorText> : null}
    </>
  );
}

/** The message at the field. "Error" is said to those who do not see the red edge. */
export function ErrorText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="ir-error-text">
      <span className="govuk-visually-hidden">Error: </span>
      {children}
    </p>
  );
}
