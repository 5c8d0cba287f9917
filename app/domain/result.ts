/** The outcome of a decision a person can cause. The domain returns these and never throws them. */
export type Result<T, P> = { ok: true; value: T } | { ok: false; problem: P };

/** A decision that holds, with what it decided. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** A decision that does not hold, with why. */
export function refused<P>(problem: P): { ok: false; problem: P } {
  return { ok: false, problem };
}

/** Marks a branch the types have ruled out; reaching it is a programming error. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
