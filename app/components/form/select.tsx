import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { classNames } from "../class-names";
import type { Choice } from "./choice";
import { Field, type FieldWords } from "./field";
import { describedBy } from "./field-ids";

type SelectProps = FieldWords &
  Omit<ComponentPropsWithoutRef<"select">, "id" | "children"> & {
    name: string;
    choices: readonly Choice[];
    width?: "short" | "medium" | "full";
  };

/** One of many, in a list that opens. Takes `register()` of react-hook-form as it is. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(props, ref) {
  const { label, aside, hint, error, warnNames, labelStyle, ...rest } = props;
  const { choices, width = "medium", ...select } = rest;
  const words = { id: select.id, label, aside, hint, error, warnNames, labelStyle };
  return (
    <Field {...words}>
      <select
        {...select}
        ref={ref}
        className={classNames("ir-input", width !== "full" && `ir-input-${width}`)}
        aria-describedby={describedBy(select.id, words)}
        aria-invalid={error ? true : undefined}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
});
