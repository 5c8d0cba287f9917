import type { TrustOf } from "./facts";

type Registered = { trustName: string | null; typeName: string; typeGroup: string };

/** Kinds of school that are run by a trust. */
const TRUST_RUN = /academ|free school|technology college|technical college|studio school/i;

/**
 * The trust of a school, as the register of schools tells it. An academy without one is a question, not the absence
 * of a conflict (issue 4, 2).
 */
export function trustOfSchool({ trustName, typeName, typeGroup }: Registered): TrustOf {
  if (trustName !== null && trustName.trim() !== "") {
    return { standing: "in-trust", name: trustName };
  }
  const isTrustRun = TRUST_RUN.test(typeName) || TRUST_RUN.test(typeGroup);
  return { standing: isTrustRun ? "not-recorded" : "no-trust" };
}
