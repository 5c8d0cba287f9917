import type { App } from "~/platform/app.server";
import { confirmSchools } from "~/services/confirmations/confirm.server";
import { previewConfirming } from "~/services/confirmations/preview.server";
import { DEMO_PLAN } from "~db/demo/plan";
import { actAsPerson, backThen } from "./act-as";
import type { DemoRounds } from "./load-rounds";

const KEY = "nhs-kent-medway";

/** Confirms, as the asthma coordinator of the NHS and at the time they say, the schools that the plan says are. */
export async function confirmDemoSchools(now: App, rounds: DemoRounds): Promise<void> {
  const place = { key: KEY, roundId: rounds.get("asthma") ?? "" };
  for (const { urn, progress } of DEMO_PLAN) {
    if (progress.kind !== "signed" || progress.confirmedDaysAgo === undefined) continue;
    const app = backThen(now, progress.confirmedDaysAgo);
    const coordinator = await actAsPerson(app, "health@demo.test");
    const { rows } = await previewConfirming(app, coordinator, { ...place, urns: [urn] });
    const { confirmed } = await confirmSchools(app, coordinator, { ...place, chosen: rows });
    if (confirmed !== 1) throw new Error(`The demonstration did not confirm ${urn}`);
  }
}
