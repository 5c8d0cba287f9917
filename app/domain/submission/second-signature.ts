import type { PrintedSignOff } from "./snapshot";
import type { SubmissionState } from "./states";

type Facts = {
  /** The round asks for the governor's signature. */
  governorSigns: boolean;
  state: SubmissionState;
  signOffs: readonly PrintedSignOff[];
};

/**
 * Whether a copy stands though the governor's signature, which the round asks for, was not given: only closing the
 * round does that (design.md section 4).
 */
export function lacksGovernor({ governorSigns, state, signOffs }: Facts): boolean {
  const isGiven = signOffs.some(({ kind }) => kind === "countersigned" || kind === "minute-noted");
  return governorSigns && state === "standing" && !isGiven;
}

/** What is printed in its place. `at`: when the round closed. */
export function governorNotGiven(at: Date): PrintedSignOff {
  return {
    name: "The governor’s signature was not given",
    title: "the round closed first",
    kind: "not-given",
    declaration: "",
    signedAt: at,
  };
}
