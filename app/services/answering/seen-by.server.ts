import { whoMaySee, type Seen, type WhoSeesFacts } from "~/domain/policy/who-sees";
import type { App } from "~/platform/app.server";
import { listOrganisations } from "~db/queries/organisations";
import { listRoundShares } from "~db/queries/rounds";

type Asked = {
  seen: Seen;
  schoolName: string;
  roundId: string | null;
  /** Who runs the round; of no account for a private self-review. */
  ownerName: string | null;
  governorAwaited: boolean;
  ended?: WhoSeesFacts["ended"];
};

/** The sentences of "Who can see this" about one self-review or signed copy, as the policy answers today. */
export async function seenBy(app: App, asked: Asked): Promise<string[]> {
  const { seen, roundId, schoolName, governorAwaited, ended } = asked;
  const organisation = roundId === null ? null : asked.ownerName;
  const sharedWith = await shareNames(app, roundId);
  return whoMaySee(seen, { schoolName, organisation, sharedWith, governorAwaited, ended });
}

/** Names of the organisations a round is shared with. */
export async function shareNames(app: App, roundId: string | null): Promise<string[]> {
  if (roundId === null) return [];
  const organisationIds = await listRoundShares(app.db.read, { roundId });
  const rows = await listOrganisations(app.db.read, { organisationIds });
  return rows.map(({ name }) => name);
}
