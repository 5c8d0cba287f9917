import { Form } from "@remix-run/react";
import { Button } from "../button";
import { Checkbox } from "../form/checkbox";
import type { SummaryError } from "../form/error-summary";
import { TextInput } from "../form/text-input";

export type SignatureErrors = { declared?: string; password?: string };

type SignatureFormProps = {
  declaration: string;
  button: string;
  /** Sent along: which answers were read, or which of two forms of a page this is. */
  hidden: Record<string, string>;
  errors: SignatureErrors;
};

/** The act of signing in one panel. Nothing is ticked in advance and the password is never given back. */
export function SignatureForm({ declaration, button, hidden, errors }: SignatureFormProps) {
  return (
    <Form method="post" noValidate className="ir-panel ir-signature">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <p id="declaration">{declaration}</p>
        <Checkbox
          id="declared"
          name="declared"
          value="yes"
          label="I make this declaration"
          error={errors.declared}
        />
      </div>
      <div>
        <TextInput
          id="password"
          name="password"
          type="password"
          label="Your password"
          autoComplete="current-password"
          error={errors.password}
        />
        <Button>{button}</Button>
      </div>
    </Form>
  );
}

/** The same errors for the summary above the heading. */
export function signatureSummary({ declared, password }: SignatureErrors): SummaryError[] {
  return [
    ...(declared === undefined ? [] : [{ fieldId: "declared", text: declared }]),
    ...(password === undefined ? [] : [{ fieldId: "password", text: password }]),
  ];
}
