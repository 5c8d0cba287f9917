import { refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { checkFile } from "./check-file.server";
import { checkReference } from "./check-reference.server";
import type { CheckProblem, CheckView } from "./views";

/** What someone gave to be checked. The file goes first: it says more than a reference. */
export type ToCheck = { file: Uint8Array | null; reference: string };

/** The one answer of `/verify`, for anyone, signed in or not. Problems are those of the form. */
export async function checkDocument(
  app: App,
  { file, reference }: ToCheck,
): Promise<Result<CheckView, CheckProblem>> {
  if (file !== null) return checkFile(app, file);
  if (reference !== "") return checkReference(app, reference);
  return refused("nothing");
}
