import type { Applicability } from "~/domain/questionnaire/applicability";
import type { ResponseState } from "~/domain/response/states";
import { AppError } from "~/platform/app-error.server";
import { findStanding, takeForAnswers } from "~db/queries/response-moves";
import type { Writer } from "~db/types";
import { readKeys, readPhases, readTypes } from "./read-keys.server";

/** The response that answers are written to. */
export type SavePlace = {
  schoolId: string;
  responseId: string;
  /** JSON array of the sections its round asks for; null: all. */
  roundSections: string | null;
};

/** How a response stands inside the transaction that writes its answers. */
export type Standing = {
  state: ResponseState;
  roundOpen: boolean;
  /** The version it is on while answers may be written; null once they may not. */
  versionId: string | null;
  /** What the school has said applies to it; null before it has. */
  applicability: Applicability | null;
};

/** Takes the response for writing answers, or reads why it can no longer be written. */
export async function takeStanding(
  tx: Writer,
  { schoolId, responseId, roundSections, at }: SavePlace & { at: Date },
): Promise<Standing> {
  const scope = { schoolId, responseId };
  const taken = await takeForAnswers(tx, { ...scope, at });
  if (taken !== undefined) {
    const applicability = pinned(taken, roundSections);
    const { state, versionId } = taken;
    return { state, versionId, roundOpen: true, applicability };
  }
  const found = await findStanding(tx, scope);
  if (found === undefined) throw new AppError("not-found");
  const { state, closedAt } = found;
  return { state, versionId: null, roundOpen: closedAt === null, applicability: null };
}

type Pinned = { phases: string | null; types: string | null; chosenSections: string | null };

function pinned(
  { phases, types, chosenSections }: Pinned,
  roundSections: string | null,
): Applicability | null {
  const known = readPhases(phases);
  if (known === null) return null;
  const sections = readKeys(chosenSections ?? roundSections);
  return { phases: known, types: readTypes(types) ?? [], sections };
}
