import { type ComponentPropsWithoutRef, type FormEvent, forwardRef, useState } from "react";
import { classNames } from "../class-names";
import { CharacterCount } from "./character-count";
import { Field, type FieldWords } from "./field";
import { describedBy } from "./field-ids";

type TextAreaProps = FieldWords &
  Omit<ComponentPropsWithoutRef<"textarea">, "id" | "maxLength"> & {
    name: string;
    /** Longest text, in UTF-16 code units. Typing on is allowed and told, so that nothing pasted is cut. */
    limit?: number;
    /** Starts as one row and grows. */
    oneLine?: boolean;
  };

/** A box for words. Takes `register()` of react-hook-form as it is. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(
  function TextArea(props, ref) {
    const { label, aside, hint, error, warnNames, labelStyle, limit, oneLine, ...area } = props;
    const words = { id: area.id, label, aside, hint, error, warnNames, labelStyle };
    const [length, setLength] = useState<number | null>(null);
    function count(event: FormEvent<HTMLTextAreaElement>) {
      setLength(event.currentTarget.value.length);
      area.onInput?.(event);
    }
    return (
      <Field {...words}>
        <textarea
          rows={oneLine ? 1 : 4}
          {...area}
          ref={ref}
          onInput={count}
          className={classNames("ir-textarea", oneLine && "ir-textarea-line")}
          aria-describedby={describedBy(area.id, words)}
          aria-invalid={error ? true : undefined}
        />
        {limit === undefined ? null : <CharacterCount id={area.id} length={length} limit={limit} />}
      </Field>
    );
  },
);
