import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { DEFAULT_DECLARATION } from "~/services/signing/declaration";
import { findSettings } from "~db/queries/organisation-settings";

/** What a new round begins with where whoever opens it says nothing else. Open rounds keep what they began with. */
export type RoundDefaults = {
  declaration: string;
  governorDeclaration: string | null;
  trainingThreshold: number | null;
  trainingGate: boolean;
};

/** As the organisation has set them, or as the service has them. Throws `not-found`. */
export async function roundDefaults(
  app: App,
  { organisationId }: { organisationId: string },
): Promise<RoundDefaults> {
  const found = await findSettings(app.db.read, { organisationId });
  if (found === undefined) throw new AppError("not-found");
  const { headDeclaration, governorDeclaration, trainingThreshold, trainingGate } = found.settings;
  return {
    declaration: headDeclaration ?? DEFAULT_DECLARATION,
    governorDeclaration,
    trainingThreshold,
    trainingGate,
  };
}
