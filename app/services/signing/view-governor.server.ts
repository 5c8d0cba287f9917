import type { ProvingPage } from "~/auth/proving-page.server";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { signingTitle } from "~/domain/policy/signing-title";
import type { Denial } from "~/domain/policy/verdict";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import type { Snapshot } from "~/domain/submission/snapshot";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { waysToProve, type Ways } from "~/services/account/prove-again.server";
import { loadResponse, type Loaded } from "~/services/answering/load-response.server";
import { titleOf } from "~/services/answering/response-header";
import { stopUnless } from "~/services/answering/stop-unless.server";
import {
  findSnapshot,
  listSignOffsOf,
  listSubmissions,
  type SubmissionRow,
} from "~db/queries/submissions";
import { GOVERNOR_DECLARATION } from "./declaration";

type Place = { urn: string; responseId: string };
type Heading = Place & { schoolName: string; title: string; number: number };

/** `viewGovernor`: the copy that waits for the second signature, or why this person has nothing to do here. */
export type GovernorView =
  | (Heading & {
      kind: "awaited";
      snapshot: Snapshot;
      reference: string;
      signedBy: { name: string; title: string; at: Date } | null;
      declaration: string;
      /** How the reader signs: "link governor". */
      signsAs: string;
      maySign: boolean;
      mayNoteMinute: boolean;
      /** How the reader may show that it is them. */
      ways: Ways;
    })
  | (Heading & { kind: "refused"; reason: Denial });

/** The governor's page. Throws `not-found` or `forbidden` where nothing is signed or the person is not of the school. */
export async function viewGovernor(
  app: App,
  actor: Actor,
  { page, ...place }: Place & { page?: ProvingPage },
): Promise<GovernorView> {
  const action = "response.view-status";
  const loaded = await loadResponse(app, actor, { ...place, action });
  const { school, row } = loaded;
  const copies = await listSubmissions(app.db.read, { schoolId: school.id, responseId: row.id });
  const title = titleOf(row, loaded.definition);
  const heading = { ...place, schoolName: school.name, title, number: copies[0]?.number ?? 0 };
  return awaitedView(app, actor, { loaded, heading, submission: copies[0], page });
}

type Found = {
  loaded: Loaded;
  heading: Heading;
  submission: SubmissionRow | undefined;
  page: ProvingPage | undefined;
};

async function awaitedView(
  app: App,
  actor: Actor,
  { loaded, heading, submission, page }: Found,
): Promise<GovernorView> {
  const submissionId = submission?.id ?? "";
  const signed = await listSignOffsOf(app.db.read, { submissionId });
  const first = signed.find(({ kind }) => kind === "signed");
  const facts = { ...loaded.facts, signedBy: first?.userId ?? null };
  const signing = can(actor, "response.countersign", facts);
  const minute = can(actor, "response.note-minute", facts);
  if (!signing.allowed && signing.reason === "drafts-stay-in-school") stopUnless(signing);
  if (!signing.allowed && !minute.allowed) {
    // A head who may not sign twice is told that, and a colleague who does sign.
    const { reason } = signing.reason === "needs-governor" ? minute : signing;
    const isTeam = minute.reason === "needs-head-or-coordinator";
    return { kind: "refused", ...heading, reason: isTeam ? signing.reason : reason };
  }
  const text = await findSnapshot(app.db.read, { submissionId });
  if (submission === undefined || text === undefined) throw new AppError("not-found");
  return {
    kind: "awaited",
    ...heading,
    snapshot: parseSnapshot(text),
    reference: submission.reference,
    signedBy:
      first === undefined ? null : { name: first.name, title: first.title, at: first.signedAt },
    declaration: loaded.row.governorDeclaration ?? GOVERNOR_DECLARATION,
    signsAs: signingTitle(actor, { ...loaded.facts, role: "governor" }),
    maySign: signing.allowed,
    mayNoteMinute: minute.allowed,
    ways: await waysToProve(app, actor, page),
  };
}
