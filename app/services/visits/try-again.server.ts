import { isAppError } from "~/platform/app-error.server";

const TRIES = 3;

/**
 * Does a step again, from reading on, when somebody else moved the visit in between: two answers to one invitation
 * are no conflict. What the lifecycle itself refuses is thrown at once.
 */
export async function tryAgain<T>(step: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await step();
    } catch (thrown) {
      const isRace =
        isAppError(thrown) && thrown.code === "conflict" && thrown.details.problem === undefined;
      if (!isRace || tries === TRIES) throw thrown;
    }
  }
}
