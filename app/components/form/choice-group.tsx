import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { FieldNotes } from "./field";
import { describedBy } from "./field-ids";

export type GroupWords = {
  legend: ReactNode;
  legendStyle?: "normal" | "small" | "hidden";
  hint?: ReactNode;
  error?: string;
};

const LEGEND_CLASS = {
  normal: "ir-label",
  small: "ir-label ir-label-small",
  hidden: "govuk-visually-hidden",
} as const;

/** A fieldset with its legend, hint and error around a set of choices. */
export function ChoiceGroup(props: GroupWords & { id: string; children: ReactNode }) {
  const { id, legend, legendStyle = "normal", hint, error, children } = props;
  return (
    <fieldset
      className={classNames("ir-fieldset", error && "ir-field-error")}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend className={LEGEND_CLASS[legendStyle]}>{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}
