import type { ReactNode } from "react";
import type { Ways } from "~/services/account/prove-again.server";
import { Button } from "../button";
import { Details } from "../details";
import { ErrorText } from "../form/field";
import type { SummaryError } from "../form/error-summary";
import { TextInput } from "../form/text-input";
import { AppCodeBox } from "./app-code-box";
import type { ProofErrors } from "./proof-words";

type ProveAgainProps = {
  ways: Ways;
  errors: ProofErrors;
  /** Where a page asks in several forms: the id of this one's password box, which those of the others begin with. */
  within?: string;
  /** Where "Your password" could be somebody else's: "Your own password". */
  label?: string;
  /** The button that acts. Left out, it follows in the form. */
  act?: ReactNode;
};

/**
 * Asks a signed-in person once more who they are, in the form that acts: the password, under it a code of the
 * authenticator app, and under the button their provider; each only for those who have it. Works without scripts:
 * what is filled in is what counts. The button of the provider sends the form with `way=provider`.
 */
export function ProveAgain(props: ProveAgainProps) {
  const { ways, act } = props;
  if (ways.fresh) return <Shown ways={ways} act={act} />;
  const only = ways.provider !== null && !ways.password && !ways.code;
  return (
    <>
      {only ? null : <Boxes {...props} />}
      {only ? null : act}
      {ways.provider === null ? null : <ToProvider {...props} name={ways.provider} only={only} />}
    </>
  );
}

const Shown = ({ ways, act }: Pick<ProveAgainProps, "ways" | "act">) => (
  <>
    <p className="ir-hint">
      You have just shown at {ways.provider ?? "your provider"} that it is you. It counts once, for
      5 minutes.
    </p>
    {act}
  </>
);

function Boxes({ ways, errors, within, label = "Your password" }: ProveAgainProps) {
  if (ways.code && !ways.password)
    return <AppCodeBox id={proofFieldId("code", within)} error={errors.code} />;
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
        <Details summary="Use a code instead" open={errors.code !== undefined}>
          <AppCodeBox id={proofFieldId("code", within)} error={errors.code} />
        </Details>
      ) : null}
    </>
  );
}

type ToProviderProps = Pick<ProveAgainProps, "errors" | "within"> & { name: string; only: boolean };

/** It comes after the button that acts, which the Enter key presses. */
function ToProvider({ errors, within, name, only }: ToProviderProps) {
  const id = proofFieldId("provider", within);
  return (
    <div className="ir-to-provider">
      {errors.provider === undefined ? null : (
        <ErrorText id={`${id}-error`}>{errors.provider}</ErrorText>
      )}
      <Button id={id} name="way" value="provider" secondary={!only}>
        Continue with {name}
      </Button>
      {only ? <p className="ir-hint">You come back to this page.</p> : null}
    </div>
  );
}

function proofFieldId(box: keyof ProofErrors, within: string | undefined): string {
  if (within === undefined) return box;
  return box === "password" ? within : `${within}-${box}`;
}

/** The same errors for the summary above the heading. */
export function proofSummary(errors: ProofErrors, within?: string): SummaryError[] {
  return (["password", "code", "provider"] as const).flatMap((box) => {
    const text = errors[box];
    return text === undefined ? [] : [{ fieldId: proofFieldId(box, within), text }];
  });
}
