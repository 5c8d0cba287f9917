import type { App } from "~/platform/app.server";
import { askForVisit, viewWishes } from "~/services/matching/school-wish.server";
import { DEMO_WISHES } from "~db/demo/wishes";
import { actAs, backThen } from "./act-as";
import type { DemoRounds } from "./load-rounds";

/** A week ago two schools asked for a visit. */
export async function makeWishes(app: App, rounds: DemoRounds): Promise<void> {
  const then = backThen(app, 7);
  const roundId = rounds.get("toolkit") ?? "";
  for (const { urn, terms, words } of DEMO_WISHES) {
    const head = await actAs(app, { urn, role: "head" });
    const { terms: known } = await viewWishes(then, head, { urn });
    const wish = { urn, roundId, words, namesConfirmed: false, terms: known.slice(1, 1 + terms) };
    const { kind } = await askForVisit(then, head, wish);
    if (kind !== "done") throw new Error(`${urn} could not ask for a visit`);
  }
}
