import { Form } from "@remix-run/react";
import type { Ways } from "~/services/account/prove-again.server";
import { ProveAgain, proofSummary } from "../account/prove-again";
import type { ProofErrors } from "../account/proof-words";
import { Button } from "../button";
import { Checkbox } from "../form/checkbox";
import type { SummaryError } from "../form/error-summary";

export type SignatureErrors = ProofErrors & { declared?: string };

type SignatureFormProps = {
  declaration: string;
  button: string;
  /** Sent along: which answers were read, or which of two forms of a page this is. */
  hidden: Record<string, string>;
  errors: SignatureErrors;
  ways: Ways;
  /** Whether the box was ticked in what was sent before. */
  declared: boolean;
};

/** The act of signing in one panel. Only the signer ticks, and neither password nor code is given back. */
export function SignatureForm(props: SignatureFormProps) {
  const { declaration, button, hidden, errors, ways, declared } = props;
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
          defaultChecked={declared}
          error={errors.declared}
        />
      </div>
      <div>
        <ProveAgain ways={ways} errors={errors} act={<Button>{button}</Button>} />
      </div>
    </Form>
  );
}

/** The same errors for the summary above the heading. */
export function signatureSummary({ declared, ...proof }: SignatureErrors): SummaryError[] {
  return [
    ...(declared === undefined ? [] : [{ fieldId: "declared", text: declared }]),
    ...proofSummary(proof),
  ];
}
