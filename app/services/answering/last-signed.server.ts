import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { bringOffer } from "./bring-forward.server";
import type { LastSignedView } from "./bring-views";
import { toConfirmSections } from "./confirm-read.server";
import type { Loaded } from "./load-response.server";
import type { OpenReview } from "./open-review.server";

/** What the home of a self-review says of the copy signed last time. */
export async function lastSigned(
  app: App,
  actor: Actor,
  { loaded, open }: { loaded: Loaded; open: OpenReview },
): Promise<LastSignedView> {
  const waiting = toConfirmSections(open).flatMap(({ answers }) => answers);
  return { offer: await bringOffer(app, actor, loaded), toConfirm: waiting.length };
}
