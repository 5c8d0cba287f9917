import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { classNames } from "../class-names";
import { Field, type FieldWords } from "./field";
import { describedBy } from "./field-ids";

type Width = "number" | "short" | "medium" | "full";
type TextInputProps = FieldWords &
  Omit<ComponentPropsWithoutRef<"input">, "id" | "width"> & { name: string; width?: Width };

/** A line of text, a number or a password. Takes `register()` of react-hook-form as it is. */
export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(
  function TextInput(props, ref) {
    const { label, aside, hint, error, warnNames, labelStyle, width = "full", ...input } = props;
    const words = { id: input.id, label, aside, hint, error, warnNames, labelStyle };
    return (
      <Field {...words}>
        <input
          type="text"
          {...input}
          ref={ref}
          className={classNames("ir-input", width !== "full" && `ir-input-${width}`)}
          aria-describedby={describedBy(input.id, words)}
          aria-invalid={error ? true : undefined}
        />
      </Field>
    );
  },
);
