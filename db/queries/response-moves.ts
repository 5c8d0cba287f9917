import { and, eq, exists, inArray, isNull, or, sql } from "drizzle-orm";
import type { ResponseState } from "../../app/domain/response/states";
import { preparedWrite } from "../prepared-query";
import { responses, rounds } from "../schema";
import type { Reader, Writer } from "../types";

/** States in which answers may be written. */
const WRITABLE: ResponseState[] = ["not-started", "in-progress"];

/**
 * Takes the response for writing answers and says what it stands at, or undefined when answers can no longer be
 * written (state moved on, or the round closed). The update itself is the lock: a signature that changes
 * the same row waits for this transaction or goes before it (design.md decision 4).
 */
export async function takeForAnswers(
  tx: Writer,
  { schoolId, responseId, at }: { schoolId: string; responseId: string; at: Date },
) {
  const [taken] = await takenForAnswers(tx, { schoolId, responseId, at });
  return taken;
}

type Taken = { schoolId: string; responseId: string; at: Date };
const takenForAnswers = preparedWrite<Taken>()((tx, slot) => {
  const openRound = tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.id, responses.roundId), isNull(rounds.closedAt)));
  return tx
    .update(responses)
    .set({ updatedAt: slot("at", responses.updatedAt) })
    .where(
      and(
        eq(responses.id, slot("responseId", responses.id)),
        eq(responses.schoolId, slot("schoolId", responses.schoolId)),
        inArray(responses.state, WRITABLE),
        or(isNull(responses.roundId), exists(openRound)),
      ),
    )
    .returning({
      state: responses.state,
      phases: responses.phases,
      types: responses.types,
      chosenSections: responses.chosenSections,
      confirmedAt: responses.confirmedAt,
      versionId: responses.versionId,
      version: responses.version,
    });
});

export type ResponseStanding = {
  state: ResponseState;
  closedAt: Date | null;
  openedByOfficerAt: Date | null;
  /** What a lapsed response was when its round closed. */
  stateBeforeClosing: ResponseState | null;
};

/** What moves of a response turn on, as it is now: its state, closing, and whether an officer opened it. */
export async function findStanding(
  read: Reader,
  scope: { schoolId: string; responseId: string },
): Promise<ResponseStanding | undefined> {
  const rows = await read
    .select({
      state: responses.state,
      closedAt: rounds.closedAt,
      openedByOfficerAt: responses.openedByOfficerAt,
      stateBeforeClosing: responses.stateBeforeClosing,
    })
    .from(responses)
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(and(eq(responses.id, scope.responseId), eq(responses.schoolId, scope.schoolId)));
  return rows[0];
}

/** What is noted on a response together with a move. */
export type MoveNotes = Partial<
  Pick<
    typeof responses.$inferInsert,
    "readyAt" | "readyBy" | "openedByOfficerAt" | "amendReason" | "stateBeforeClosing"
  >
>;

/** Moves a response from one state to another; false when it was no longer in the first, or at `version`. */
export async function moveResponse(
  tx: Writer,
  move: {
    schoolId: string;
    responseId: string;
    from: ResponseState;
    to: ResponseState;
    at: Date;
    also?: MoveNotes;
    /** The version it must still be at, where that matters. */
    version?: number;
  },
): Promise<boolean> {
  const rows = await tx
    .update(responses)
    .set({
      ...move.also,
      state: move.to,
      updatedAt: move.at,
      version: sql`${responses.version} + 1`,
    })
    .where(
      and(
        eq(responses.id, move.responseId),
        eq(responses.schoolId, move.schoolId),
        eq(responses.state, move.from),
        move.version === undefined ? undefined : eq(responses.version, move.version),
      ),
    )
    .returning({ id: responses.id });
  return rows.length === 1;
}

export type Pinned = {
  schoolId: string;
  responseId: string;
  /** The version the form was made from. */
  version: number;
  phases: string;
  types: string;
  chosenSections: string | null;
  confirmedBy: string;
  at: Date;
};

/** Pins what applies, while answers may be written; false when someone changed the response first. */
export async function pinApplicability(tx: Writer, pinned: Pinned): Promise<boolean> {
  const rows = await tx
    .update(responses)
    .set({
      phases: pinned.phases,
      types: pinned.types,
      chosenSections: pinned.chosenSections,
      confirmedAt: pinned.at,
      confirmedBy: pinned.confirmedBy,
      updatedAt: pinned.at,
      version: pinned.version + 1,
    })
    .where(
      and(
        eq(responses.id, pinned.responseId),
        eq(responses.schoolId, pinned.schoolId),
        eq(responses.version, pinned.version),
        inArray(responses.state, WRITABLE),
      ),
    )
    .returning({ id: responses.id });
  return rows.length === 1;
}

/** States in which the copy signed last stands and is not being changed. */
const SIGNED: ResponseState[] = ["submitted", "replied"];

/** Notes that an officer opened the copy signed last, once; false when it was noted or is called back. */
export async function noteOpenedByOfficer(
  tx: Writer,
  { responseId, at }: { responseId: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(responses)
    .set({ openedByOfficerAt: at })
    .where(
      and(
        eq(responses.id, responseId),
        inArray(responses.state, SIGNED),
        isNull(responses.openedByOfficerAt),
      ),
    )
    .returning({ id: responses.id });
  return rows.length === 1;
}
