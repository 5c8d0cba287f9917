import type { App } from "~/platform/app.server";
import { seenBy } from "~/services/answering/seen-by.server";
import type { LoadedSubmission } from "./load-submission.server";

/** "Who can see this" of one signed copy as it stands today: the policy's sentences. */
export function copySeenBy(
  app: App,
  { school, row, submission }: Pick<LoadedSubmission, "school" | "row" | "submission">,
): Promise<string[]> {
  return seenBy(app, {
    seen: "signed-copy",
    schoolName: school.name,
    roundId: row.roundId,
    ownerName: row.ownerName,
    governorAwaited: submission.state === "awaiting-governor",
    ended: endOf(submission),
  });
}

function endOf({ state, withdrawnAt }: LoadedSubmission["submission"]) {
  if (withdrawnAt !== null) return "withdrawn";
  return state === "set-aside" ? "set-aside" : null;
}
