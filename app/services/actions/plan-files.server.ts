import { createHash } from "node:crypto";
import { termWords } from "~/domain/action/action-words";
import { planByTerm } from "~/domain/action/plan-order";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import type { PlanInput } from "~/pdf/action-plan/plan-input";
import type { App } from "~/platform/app.server";
import { taskUrl } from "~/platform/worker-pool.server";
import type { PdfFile } from "../documents/draft-pdf.server";
import { actionView } from "./action-view";
import { planCsv } from "./plan-csv";
import { readPlan } from "./plan-reading.server";
import { printedAction } from "./printed-action";
import { schoolOfPlan } from "./school-of-plan.server";

const TASK = taskUrl("app/services/actions/make-plan-pdf.worker.ts");
const TIMEOUT_MS = 30_000;

/** The plan as it stands, as a plain PDF, for everyone who reads the plan. Throws `not-found` or `forbidden`. */
export async function planAsPdf(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<PdfFile> {
  const { school, actions } = await planOf(app, actor, urn);
  const { name, demonstration } = school;
  const terms = planByTerm(actions).map(({ term, actions: held }) => ({
    title: termWords(term),
    actions: held.map(printedAction),
  }));
  const madeAt = app.clock.now();
  const text = JSON.stringify([urn, terms, madeAt]);
  const id = createHash("sha256").update(text).digest("hex").slice(0, 32).toUpperCase();
  const bytes = await print(app, { school: { name, urn }, terms, demonstration, madeAt, id });
  return { bytes, fileName: `action-plan-${urn}-${londonDate(madeAt)}.pdf` };
}

/** The same as a table. */
export async function planAsCsv(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<{ text: string; fileName: string }> {
  const { actions } = await planOf(app, actor, urn);
  const inOrder = planByTerm(actions).flatMap(({ actions: held }) => held);
  const day = londonDate(app.clock.now());
  return { text: planCsv(inOrder), fileName: `action-plan-${urn}-${day}.csv` };
}

/** Actions as they stand; what a later round carries on stands there once. */
async function planOf(app: App, actor: Actor, urn: string) {
  const place = await schoolOfPlan(app, actor, { urn, action: "action.view" });
  const plan = await readPlan(app, actor, place);
  const actions = plan.rows.map((row) => actionView(row, plan));
  return { school: place.school, actions: actions.filter(({ carriedOn }) => !carriedOn) };
}

/** In a worker thread where there is one, so that no request waits behind it. */
async function print(app: App, input: PlanInput): Promise<Uint8Array> {
  if (app.runTask) return app.runTask<Uint8Array>(TASK, input, { timeoutMs: TIMEOUT_MS });
  const { run } = await import("./make-plan-pdf.worker");
  return run(input);
}
