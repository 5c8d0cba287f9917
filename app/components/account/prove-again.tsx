import type { Ways } from "~/services/account/prove-again.server";
import { Details } from "../details";
import { TextInput } from "../form/text-input";
import type { SummaryError } from "../form/error-summary";
import type { ProofErrors } from "./proof-words";

type ProveAgainProps = {
  ways: Ways;
  errors: ProofErrors;
  /** Where a page asks in several forms: the id of this one's password box, which its code box's begins with. */
  within?: string;
  /** Where "Your password" could be somebody else's: "Your own password". */
  label?: string;
};

/**
 * Asks a signed-in person once more who they are, in the form that acts: the password, and under it a code of the
 * authenticator app; each only for those who have it. Works without scripts: what is filled in is what counts.
 */
export function ProveAgain({ ways, errors, within, label = "Your password" }: ProveAgainProps) {
  if (ways.code && !ways.password) return <CodeBox error={errors.code} within={within} />;
  return (
    <>
      <TextInput
        id={proofFieldId("password", within)}
        name="password"
        type="password"
        label={label}
        autoComplete="current-password"
        width="medium"
        error={errors.password}
      />
      {ways.code ? (
        <Details summary="Use a code from your app instead" open={errors.code !== undefined}>
          <CodeBox error={errors.code} within={within} />
        </Details>
      ) : null}
    </>
  );
}

type CodeBoxProps = { error: string | undefined; within: string | undefined };

const CodeBox = ({ error, within }: CodeBoxProps) => (
  <TextInput
    id={proofFieldId("code", within)}
    name="code"
    label="Code from the app"
    hint="6 figures. Each code works once."
    autoComplete="one-time-code"
    inputMode="numeric"
    width="short"
    error={error}
  />
);

function proofFieldId(box: "password" | "code", within: string | undefined): string {
  if (within === undefined) return box;
  return box === "password" ? within : `${within}-code`;
}

/** The same errors for the summary above the heading. */
export function proofSummary({ password, code }: ProofErrors, within?: string): SummaryError[] {
  return [
    ...(password === undefined
      ? []
      : [{ fieldId: proofFieldId("password", within), text: password }]),
    ...(code === undefined ? [] : [{ fieldId: proofFieldId("code", within), text: code }]),
  ];
}
