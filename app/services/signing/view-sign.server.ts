import type { ProvingPage } from "~/auth/proving-page.server";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { signingTitle } from "~/domain/policy/signing-title";
import type { Denial } from "~/domain/policy/verdict";
import type { Snapshot } from "~/domain/submission/snapshot";
import type { App } from "~/platform/app.server";
import { waysToProve, type Ways } from "~/services/account/prove-again.server";
import { loadResponse, type Loaded } from "~/services/answering/load-response.server";
import { layoutOf, titleOf } from "~/services/answering/response-header";
import { inRole, schoolPeople } from "~/services/answering/school-people.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { listDutyAsks } from "~db/queries/duty-asks";
import { listSubmissions } from "~db/queries/submissions";
import { DEFAULT_DECLARATION } from "./declaration";
import { previewSnapshot } from "./preview-snapshot.server";
import { viewLock, type LockView } from "./view-lock.server";

type Place = { urn: string; responseId: string };
type Heading = Place & { schoolName: string; title: string };

/** `viewSign`: the head's page, or why this person or this moment has none. */
export type SignView =
  | (Heading & {
      kind: "sign";
      layout: "sections" | "one-page";
      snapshot: Snapshot;
      lock: LockView | null;
      declaration: string;
      /** How the reader signs: "headteacher". */
      signsAs: string;
      /** Statements whose duty changed, that nobody has looked at again: keys, with what the duty says now. */
      dutiesChanged: { key: string; says: string }[];
      /** Names of governors who are asked next; null where the round asks none. */
      governors: string[] | null;
      /** Sent back with the signature, so that nothing else is signed than what was read. */
      seen: number;
      /** How the reader may show that it is them. */
      ways: Ways;
    })
  | (Heading & { kind: "refused"; reason: Denial; heads: string[] })
  | (Heading & { kind: "already-signed"; number: number });

/**
 * The sign page. People of the school who may not sign are told who does; everybody else gets `not-found` or
 * `forbidden`.
 */
export async function viewSign(
  app: App,
  actor: Actor,
  { page, ...place }: Place & { page?: ProvingPage },
): Promise<SignView> {
  const action = "response.view-status";
  const loaded = await loadResponse(app, actor, { ...place, action });
  const { school, row, facts } = loaded;
  const heading = {
    ...place,
    schoolName: school.name,
    title: titleOf(row, loaded.definition),
  };
  const verdict = can(actor, "response.sign", facts);
  if (verdict.allowed) {
    const ways = await waysToProve(app, actor, page);
    return { kind: "sign", ...heading, ...(await signPage(app, actor, loaded)), ways };
  }
  if (verdict.reason === "drafts-stay-in-school") stopUnless(verdict);
  const copies = await listSubmissions(app.db.read, { schoolId: school.id, responseId: row.id });
  const [latest] = copies;
  if (verdict.reason === "already-signed" && latest !== undefined) {
    return { kind: "already-signed", ...heading, number: latest.number };
  }
  const people = await schoolPeople(app, facts);
  const heads = inRole(people, "head").map(({ name }) => name);
  return { kind: "refused", ...heading, reason: verdict.reason, heads };
}

async function signPage(app: App, actor: Actor, loaded: Loaded) {
  const { row, definition, facts } = loaded;
  const people = await schoolPeople(app, facts);
  const governors = inRole(people, "governor").map(({ name }) => name);
  const asks = await listDutyAsks(app.db.read, { responseId: row.id });
  return {
    layout: layoutOf(definition),
    snapshot: await previewSnapshot(app, loaded),
    lock: await viewLock(app, row),
    declaration: row.declaration ?? DEFAULT_DECLARATION,
    dutiesChanged: asks.map(({ itemKey: key, after: says }) => ({ key, says })),
    signsAs: signingTitle(actor, { ...facts, role: "head" }),
    governors: row.governorSigns === true ? governors : null,
    seen: row.version,
  };
}
