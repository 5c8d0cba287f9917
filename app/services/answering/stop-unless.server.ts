import type { Verdict } from "~/domain/policy/verdict";
import { AppError } from "~/platform/app-error.server";

/** Goes on when the policy allows; else stops with "not found" where the object is hidden, or "forbidden". */
export function stopUnless(verdict: Verdict): void {
  if (verdict.allowed) return;
  throw new AppError(verdict.hide ? "not-found" : "forbidden", { reason: verdict.reason });
}
