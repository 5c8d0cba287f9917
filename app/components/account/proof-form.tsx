import { Form, Link } from "@remix-run/react";
import { Button } from "../button";
import { TextInput } from "../form/text-input";

type Props = {
  intent: "connect" | "disconnect";
  provider: string;
  /** Of the button. */
  label: string;
  hasPassword: boolean;
  /** Whether the person has just shown elsewhere who they are. */
  proven: boolean;
  problem?: string | undefined;
};

const PROVE = "/account/prove?for=%2Faccount%2Fsingle-sign-on";

/** A change to the ways of signing in: with the password, or after a fresh proof. */
export function ProofForm({ intent, provider, label, hasPassword, proven, problem }: Props) {
  if (!proven && !hasPassword) {
    return (
      <p className="ir-body" id={`at-${provider}`} tabIndex={-1}>
        <Link to={PROVE}>Show that it is you</Link> first. Then “{label}” stands here.
      </p>
    );
  }
  return (
    <Form method="post" noValidate reloadDocument>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="provider" value={provider} />
      {proven ? (
        <span id={`at-${provider}`} tabIndex={-1} />
      ) : (
        <TextInput
          id={`at-${provider}`}
          name="password"
          type="password"
          label={`Your password, to ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
          autoComplete="current-password"
          width="medium"
          error={problem}
        />
      )}
      <Button secondary>{label}</Button>
    </Form>
  );
}
