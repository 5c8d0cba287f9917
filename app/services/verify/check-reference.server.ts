import { refused, ok, type Result } from "~/domain/result";
import { parseReference } from "~/domain/submission/reference";
import { standingOf } from "~/domain/submission/standing";
import type { App } from "~/platform/app.server";
import { findSubmissionByReference } from "~db/queries/submissions";
import { checkCertificateReference } from "./check-certificate.server";
import { checkRecordReference } from "./check-record.server";
import type { CheckProblem, CheckView } from "./views";

/**
 * What a reference alone tells anyone: how the copy stands and the day it was signed, never whose it is
 * (issue part 9). A reference with a typing mistake is told apart by its own check sign, without a look-up.
 */
export async function checkReference(
  app: App,
  typed: string,
): Promise<Result<CheckView, CheckProblem>> {
  const parsed = parseReference(typed);
  if (!parsed.ok) return refused(parsed.problem);
  const { reference } = parsed.value;
  const found = await findSubmissionByReference(app.db.read, reference);
  if (found === undefined) {
    const record = await checkRecordReference(app, reference);
    const certificate = record ?? (await checkCertificateReference(app, reference));
    return certificate ?? ok({ of: "reference", kind: "not-ours" });
  }
  const kind = standingOf({ ...found, document: found.documentState });
  return ok({ of: "reference", kind, reference, signedAt: found.signedAt });
}
