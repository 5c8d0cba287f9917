import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { listSignedCopies } from "~db/queries/signed-copies";
import type { Waiting } from "~/domain/reply/waiting";
import type { OnHome } from "./home-responses.server";
import type { SignedCopyView } from "./views";

type Held = {
  copies: readonly CopyRow[];
  responses: readonly OnHome[];
  /** How long a return has waited, by its response. */
  waiting: ReadonlyMap<string, Waiting>;
};
type CopyRow = Awaited<ReturnType<typeof listSignedCopies>>[number];

/** Signed copies the person may read, newest first; those set aside are not signed copies any more. */
export function signedCopyViews(
  actor: Actor,
  { copies, responses, waiting }: Held,
): SignedCopyView[] {
  const byId = new Map(responses.map((one) => [one.id, one]));
  return copies.flatMap((copy) => {
    const one = byId.get(copy.responseId);
    const view = one === undefined ? null : viewOf(actor, { copy, one, waiting });
    return view ?? [];
  });
}

function viewOf(
  actor: Actor,
  { copy, one, waiting }: Pick<Held, "waiting"> & { copy: CopyRow; one: OnHome },
): SignedCopyView | null {
  if (copy.state === "set-aside") return null;
  const { facts } = one.loaded;
  const { today, schoolId, questionnaireKey, round } = facts;
  const asked = { today, schoolId, questionnaireKey, round, responseState: one.state };
  const withdrawn = copy.withdrawnAt !== null;
  if (!can(actor, "submission.view", { ...asked, state: copy.state, withdrawn }).allowed)
    return null;
  return {
    responseId: copy.responseId,
    number: copy.number,
    title: one.title,
    reference: copy.reference,
    signedAt: copy.signedAt,
    state: standingOf(copy, copy.state),
    document:
      copy.documentState === null ? null : { state: copy.documentState, size: copy.documentSize },
    responseState: one.state,
    waiting: waiting.get(one.id) ?? null,
  };
}

function standingOf(
  { withdrawnAt, supersededById }: CopyRow,
  state: "awaiting-governor" | "standing",
): SignedCopyView["state"] {
  if (withdrawnAt !== null) return "withdrawn";
  return supersededById === null ? state : "superseded";
}

/** Each questionnaire of which a copy stands that the person may know of, by the newest of its copies. */
export function signedQuestionnaires(
  responses: readonly OnHome[],
  copies: readonly CopyRow[],
): { responseId: string; title: string }[] {
  const byId = new Map(responses.map((one) => [one.id, one.loaded.row]));
  const found = new Map<string, { responseId: string; title: string }>();
  for (const { responseId, state, withdrawnAt } of copies) {
    const row = byId.get(responseId);
    if (row === undefined || state !== "standing" || withdrawnAt !== null) continue;
    if (found.has(row.questionnaireId)) continue;
    found.set(row.questionnaireId, { responseId, title: row.questionnaireTitle });
  }
  return [...found.values()];
}
