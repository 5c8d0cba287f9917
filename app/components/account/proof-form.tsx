import { Form } from "@remix-run/react";
import type { Ways } from "~/services/account/prove-again.server";
import { Button } from "../button";
import type { ProofErrors } from "./proof-words";
import { ProveAgain } from "./prove-again";

type Props = {
  intent: "connect" | "disconnect";
  provider: string;
  /** Of the button. */
  label: string;
  ways: Ways;
  errors: ProofErrors;
};

/** The id of the form's first box, which those of its others begin with. */
export const proofFormId = (provider: string): string => `at-${provider}`;

/** A change to the ways of signing in, by whoever shows once more who they are. */
export function ProofForm({ intent, provider, label, ways, errors }: Props) {
  return (
    <Form method="post" noValidate reloadDocument>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="provider" value={provider} />
      <ProveAgain
        ways={ways}
        errors={errors}
        within={proofFormId(provider)}
        label={`Your password, to ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
        act={<Button secondary>{label}</Button>}
      />
    </Form>
  );
}
