import type { App } from "~/platform/app.server";
import { z } from "~/domain/zod";
import { openText } from "../secret-box.server";

const TripSecretsSchema = z.object({
  verifier: z.string(),
  nonce: z.string(),
  /** When the provider was asked, in seconds since 1970 by the machine's clock. */
  askedAt: z.number(),
  invitation: z.string().optional(),
});

/** What is kept here, sealed, while a browser is at a provider. */
export type TripSecrets = z.infer<typeof TripSecretsSchema>;

/** Opens what was sealed for one trip, the hash of its state. */
export async function openTripSecrets(
  app: App,
  { sealed, id }: { sealed: string; id: string },
): Promise<TripSecrets> {
  return TripSecretsSchema.parse(JSON.parse(await openText(app, { sealed, owner: id })));
}
