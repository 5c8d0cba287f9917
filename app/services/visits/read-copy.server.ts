import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { whoSeesVisit } from "~/domain/policy/who-sees-visit";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import type { Snapshot } from "~/domain/submission/snapshot";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { findDocument, findDocumentBytes } from "~db/queries/documents";
import { findOrganisation } from "~db/queries/organisations";
import { findSnapshot, findSubmissionById } from "~db/queries/submissions";
import { listVisitFocus } from "~db/queries/visits";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { standingCopy } from "./save-plan.server";
import { visitHeading, type VisitHeadingView } from "./visit-heading";

type Where = { visitId: string };

/** The self-review under visit: open, not open yet, or over. `focus`: chosen keys, sections first. */
export type VisitCopyView = {
  heading: VisitHeadingView;
  schoolName: string;
  whoCanSee: string[];
} & (
  | { kind: "open"; snapshot: Snapshot; signedAt: Date; focus: string[]; hasPdf: boolean }
  | { kind: "not-yet"; opensOn: string | null }
  | { kind: "over" }
  | { kind: "none" }
);

/**
 * The signed copy that a visit is about, with the chosen sections first. It opens to the reviewers five working days
 * before the day and shuts when the visit closes. Throws `not-found` or `forbidden` for everybody else.
 */
export async function viewCopy(app: App, actor: Actor, { visitId }: Where): Promise<VisitCopyView> {
  const loaded = await loadVisit(app, actor, { visitId });
  const { row, facts, clocks } = loaded;
  const organisation = await findOrganisation(app.db.read, row.organisationId);
  const { schoolName } = row;
  const names = { schoolName, organisation: organisation?.name ?? "" };
  const whoCanSee = whoSeesVisit("visit-copy", names);
  const frame = { heading: visitHeading(actor, loaded), schoolName, whoCanSee };
  const verdict = can(actor, "visit.read-copy", facts);
  if (!verdict.allowed && verdict.reason === "copy-not-open-yet")
    return { ...frame, kind: "not-yet", opensOn: clocks?.copyOpensOn ?? null };
  if (!verdict.allowed && verdict.reason === "visit-closed") return { ...frame, kind: "over" };
  stopUnless(verdict);
  const copy = await openCopy(app, loaded);
  return copy === null ? { ...frame, kind: "none" } : { ...frame, kind: "open", ...copy };
}

async function openCopy(app: App, loaded: LoadedVisit) {
  const submissionId = await copyOf(app, loaded);
  if (submissionId === null) return null;
  const { read } = app.db;
  const text = await findSnapshot(read, { submissionId });
  const submission = await findSubmissionById(read, { submissionId });
  if (text === undefined || submission === undefined) return null;
  const rows = await listVisitFocus(read, { visitId: loaded.row.id });
  const focus = rows.map(({ key }) => key);
  const document = await findDocument(read, { submissionId });
  return {
    snapshot: chosenFirst(parseSnapshot(text), focus),
    signedAt: submission.signedAt,
    focus,
    hasPdf: document?.state === "ready",
  };
}

/** The copy pinned when the plan was agreed, or the one that stands. */
async function copyOf(app: App, loaded: LoadedVisit): Promise<string | null> {
  return loaded.row.submissionId ?? (await standingCopy(app, loaded));
}

/** Sections that are looked at, or hold a statement that is, before the others. */
function chosenFirst(snapshot: Snapshot, focus: readonly string[]): Snapshot {
  const isChosen = ({ key, items }: Snapshot["sections"][number]) =>
    focus.includes(key) || items.some((item) => focus.includes(item.key));
  const chosen = snapshot.sections.filter(isChosen);
  const others = snapshot.sections.filter((section) => !isChosen(section));
  return { ...snapshot, sections: [...chosen, ...others] };
}

/** The sealed PDF of that copy, while it may be read. Throws `not-found` or `forbidden`. */
export async function downloadCopy(
  app: App,
  actor: Actor,
  { visitId }: Where,
): Promise<{ bytes: Buffer; fileName: string }> {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.read-copy" });
  const submissionId = await copyOf(app, loaded);
  if (submissionId === null) throw new AppError("not-found");
  const submission = await findSubmissionById(app.db.read, { submissionId });
  const bytes = await findDocumentBytes(app.db.read, { submissionId });
  if (submission === undefined || bytes === undefined) throw new AppError("not-found");
  return { bytes, fileName: `${submission.reference}.pdf` };
}
