import type { RemovalProblem } from "~/domain/personal-data/removal-request";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { removeDetails, type RemoveInput } from "./remove-details.server";
import { previewRemoval } from "./remove-preview.server";
import type { RemovalPreview } from "./remove-views";

/** Which button was pressed: look for the words, go back to them, or remove them. */
export type RemovalStep = RemoveInput & { intent: "look" | "change" | "remove" };

/** What the page shows next. */
export type RemovalOutcome =
  | { kind: "search"; problem: RemovalProblem | null }
  | { kind: "check"; preview: RemovalPreview; problem: RemovalProblem | null }
  | { kind: "removed"; removalId: string };

/** One press on the pages that remove personal details. Throws `not-found` or `forbidden`. */
export async function takeRemovalStep(
  app: App,
  actor: Actor,
  { intent, ...input }: RemovalStep,
): Promise<RemovalOutcome> {
  if (intent === "change") return { kind: "search", problem: null };
  if (intent === "look") return check(app, actor, { input, problem: null });
  const done = await removeDetails(app, actor, input);
  if (done.ok) return { kind: "removed", removalId: done.value.removalId };
  return check(app, actor, { input, problem: done.problem });
}

type Checking = { input: RemoveInput; problem: RemovalProblem | null };

/** What was found, with what is wrong about the reason; or what is wrong about the words. */
async function check(
  app: App,
  actor: Actor,
  { input, problem }: Checking,
): Promise<RemovalOutcome> {
  const found = await previewRemoval(app, actor, input);
  return found.ok
    ? { kind: "check", preview: found.value, problem }
    : { kind: "search", problem: found.problem };
}
