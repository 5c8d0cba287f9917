import type { PlanInput } from "~/pdf/action-plan/plan-input";
import { composePlanPdf } from "~/pdf/compose-plan-pdf.server";

/** Prints a plan away from the threads that answer people. */
export function run(plan: PlanInput): Promise<Uint8Array> {
  return composePlanPdf(plan);
}
