import type { Applicability } from "~/domain/questionnaire/applicability";
import type { ResponseState } from "~/domain/response/states";
import { AppError } from "~/platform/app-error.server";
import { findStanding, takeForAnswers } from "~db/queries/responses";
import type { Writer } from "~db/types";
import { applicabilityOf } from "./applicability-of.server";
import type { Loaded } from "./load-response.server";

/** How a response stands inside the transaction that writes its answers. */
export type Standing = {
  state: ResponseState;
  roundOpen: boolean;
  /** The school has said which parts apply. */
  confirmed: boolean;
  applicability: Applicability;
};

/** Takes the response for writing answers, or reads why it can no longer be written. */
export async function takeStanding(
  tx: Writer,
  { loaded, at }: { loaded: Loaded; at: Date },
): Promise<Standing> {
  const { school, row, applicability } = loaded;
  const scope = { schoolId: school.id, responseId: row.id };
  const taken = await takeForAnswers(tx, { ...scope, at });
  if (taken !== undefined) {
    const { state, phases } = taken;
    const pinned = applicabilityOf(taken, { school, roundSections: row.roundSections });
    return { state, roundOpen: true, confirmed: phases !== null, applicability: pinned };
  }
  const found = await findStanding(tx, scope);
  if (found === undefined) throw new AppError("not-found");
  return { state: found.state, roundOpen: found.closedAt === null, confirmed: true, applicability };
}
