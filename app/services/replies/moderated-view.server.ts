import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ownershipSentence } from "~/domain/visit/ownership-words";
import { VISIT_STATE_WORDS } from "~/domain/visit/visit-words";
import type { App } from "~/platform/app.server";
import { factsOfVisit } from "~/services/visits/load-visit.server";
import { viewRecord } from "~/services/visits/record-view.server";
import { listVisitsToSchools } from "~db/queries/visits";
import type { LoadedReturn } from "./load-return.server";

/** The visit to a school in the round of its return, as far as this person reads of it. */
export type ModeratedView = {
  visitId: string;
  /** "Planned". */
  state: string;
  visitOn: string | null;
  /** What the host accepted about who reads the record. */
  ownership: string;
  /** Where the record may be read: in whole, or its themes. Null: not yet, or never. */
  reads: "record" | "themes" | null;
  /** "C3: what works well there", where themes are shared and the record is closed. */
  strengths: string[];
};

/** Null where no visit is known of. What may be read is the visit's own policy's to say (design.md section 3). */
export async function moderatedView(
  app: App,
  actor: Actor,
  { school, row, organisation }: LoadedReturn,
): Promise<ModeratedView | null> {
  const visits = await listVisitsToSchools(app.db.read, { schoolIds: [school.id] });
  const here = visits.filter(
    ({ roundId, state }) => roundId === row.roundId && state !== "cancelled",
  );
  const visit = here.at(-1);
  if (visit === undefined) return null;
  const { facts } = await factsOfVisit(app, visit);
  if (!can(actor, "visit.view", facts).allowed) return null;
  const common = {
    visitId: visit.id,
    state: VISIT_STATE_WORDS[visit.state],
    visitOn: visit.visitOn,
    ownership: ownershipSentence(visit.ownershipRule, organisation.name),
  };
  const mayRead = can(actor, "visit.read-themes", facts).allowed;
  if (!mayRead) return { ...common, reads: null, strengths: [] };
  const record = await viewRecord(app, actor, { visitId: visit.id });
  if (record.kind === "refused") return { ...common, reads: null, strengths: [] };
  if (record.kind === "record") return { ...common, reads: "record", strengths: [] };
  const strengths = record.strengths.map(({ key, text }) => `${key}: ${text}`);
  return { ...common, reads: "themes", strengths };
}
