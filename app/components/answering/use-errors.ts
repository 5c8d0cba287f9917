import { useMemo } from "react";
import type { SummaryError } from "../form/error-summary";
import { missingError, type MissingAnswer } from "./missing-answers";
import type { ReturnedAnswer } from "./open-answers";
import { returnedErrors } from "./returned-errors";

const NONE: readonly MissingAnswer[] = [];

/**
 * The lines of an answering page's summary: what came back, then what is missing. They are new only when the server
 * has answered anew: the summary takes the cursor then, and not when the page is drawn again.
 */
export function useErrors(
  returned: readonly ReturnedAnswer[],
  missing: readonly MissingAnswer[] = NONE,
): readonly SummaryError[] {
  return useMemo(
    () => [...returnedErrors(returned), ...missing.map(missingError)],
    [missing, returned],
  );
}
