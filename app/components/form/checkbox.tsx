import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from "react";
import { classNames } from "../class-names";
import { FieldNotes } from "./field";
import { describedBy } from "./field-ids";

type CheckboxProps = Omit<ComponentPropsWithoutRef<"input">, "id" | "type"> & {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
};

/** One box to tick. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(props, ref) {
  const { label, hint, error, ...input } = props;
  return (
    <div className={classNames("ir-field", error && "ir-field-error")}>
      {error ? <FieldNotes id={input.id} error={error} /> : null}
      <div className="ir-pick">
        <input
          {...input}
          ref={ref}
          type="checkbox"
          className="ir-checkbox-input"
          aria-describedby={describedBy(input.id, { hint, error })}
          aria-invalid={error ? true : undefined}
        />
        <div className="ir-pick-words">
          <label htmlFor={input.id}>{label}</label>
          {hint ? <FieldNotes id={input.id} hint={hint} /> : null}
        </div>
      </div>
    </div>
  );
});
