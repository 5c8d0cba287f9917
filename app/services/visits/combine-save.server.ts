import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { listVisitFocus } from "~db/queries/visits";
import type { Writer } from "~db/types";
import { saveAgreed } from "./combine-agreed.server";
import { draftRecord } from "./combine-draft.server";
import {
  refusedAs,
  type CombineRefusal,
  type Combining,
  type SaveCombineInput,
} from "./combine-refusal.server";
import { loadVisit } from "./load-visit.server";
import { changePoints, savePoints } from "./points-save.server";
import { takeRecord } from "./record-lock.server";
import { tryAgain } from "./try-again.server";

/**
 * Saves agreed views and points, then does what the button says. Two reviewers may work on the page at once: each box
 * only one of them changed is saved, one that both changed is told with both texts. Throws `forbidden` or `conflict`.
 */
export async function saveCombine(
  app: App,
  actor: Actor,
  input: SaveCombineInput,
): Promise<Result<{ drafted: boolean }, CombineRefusal>> {
  return tryAgain(async () => {
    const { visitId } = input;
    const loaded = await loadVisit(app, actor, { visitId, action: "visit.combine" });
    const focus = (await listVisitFocus(app.db.read, { visitId })).map(({ key }) => key);
    const at = app.clock.now();
    const combining = { ...input, app, actor, loaded, focus, at };
    const refusal = await app.db.transact((tx) => save(tx, combining));
    const isHeld = refusal.problems.length > 0 || refusal.clashes.length > 0;
    return isHeld ? refused(refusal) : ok({ drafted: input.act.do === "draft" });
  });
}

async function save(tx: Writer, combining: Combining): Promise<CombineRefusal> {
  const { act, actor, loaded } = combining;
  await takeRecord(tx, combining);
  const seesViews = can(actor, "visit.see-views", loaded.facts).allowed;
  const agreed = seesViews ? await saveAgreed(tx, combining) : NOTHING;
  const points = await savePoints(tx, combining);
  const saved = joined(agreed, points);
  const isHeld = saved.problems.length > 0 || saved.clashes.length > 0;
  if (act.do === "save" || (act.do === "draft" && isHeld)) return saved;
  if (act.do !== "draft") return joined(saved, await changePoints(tx, combining, act));
  if (!seesViews) return refusedAs({ of: "draft", code: "views-awaited" });
  return draftRecord(tx, combining, act);
}

const NOTHING: CombineRefusal = { problems: [], clashes: [] };

const joined = (one: CombineRefusal, other: CombineRefusal): CombineRefusal => ({
  problems: [...one.problems, ...other.problems],
  clashes: [...one.clashes, ...other.clashes],
});
