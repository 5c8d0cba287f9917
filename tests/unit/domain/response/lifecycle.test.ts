import { describe, expect, it } from "vitest";
import { RESPONSE_EVENTS, type ResponseEvent } from "~/domain/response/events";
import { transition, type Move, type MoveContext } from "~/domain/response/lifecycle";
import { RESPONSE_STATES, UNFINISHED_STATES, type ResponseState } from "~/domain/response/states";

const calm: MoveContext = {
  roundOpen: true,
  governorSigns: false,
  openedByOfficer: false,
  hasStandingCopy: false,
  standingCopyReplied: false,
  stateBeforeClosing: "in-progress",
  reason: "We have new figures",
};

/** The full product, by hand from design.md section 4. A missing event is refused. */
const table: Record<ResponseState, Partial<Record<ResponseEvent, ResponseState>>> = {
  "not-started": { firstSave: "in-progress", close: "lapsed", withdraw: "withdrawn" },
  "in-progress": { markReady: "ready-to-sign", close: "lapsed", withdraw: "withdrawn" },
  "ready-to-sign": {
    takeBack: "in-progress",
    sign: "submitted",
    close: "lapsed",
    withdraw: "withdrawn",
  },
  "awaiting-governor": {
    countersign: "submitted",
    noteMinute: "submitted",
    decline: "in-progress",
    recall: "in-progress",
    close: "submitted",
    withdraw: "withdrawn",
  },
  submitted: {
    recall: "in-progress",
    reply: "replied",
    amend: "in-progress",
    close: "submitted",
    withdraw: "withdrawn",
  },
  replied: { amend: "in-progress", close: "replied", withdraw: "withdrawn" },
  lapsed: { reopen: "in-progress", withdraw: "withdrawn" },
  withdrawn: {},
};

function moved(state: ResponseState, event: ResponseEvent, facts: Partial<MoveContext> = {}): Move {
  const result = transition(state, event, { ...calm, ...facts });
  if (!result.ok) throw new Error(`refused: ${result.problem.code}`);
  return result.value;
}

function problem(state: ResponseState, event: ResponseEvent, facts: Partial<MoveContext> = {}) {
  const result = transition(state, event, { ...calm, ...facts });
  return result.ok ? "allowed" : result.problem.code;
}

describe("every state and every event", () => {
  for (const state of RESPONSE_STATES) {
    for (const event of RESPONSE_EVENTS) {
      const next = table[state][event];
      it(`${state}, ${event}: ${next ?? "refused"}`, () => {
        const result = transition(state, event, calm);
        if (next === undefined) {
          expect(result).toEqual({ ok: false, problem: { code: "cannot", state, event } });
        } else {
          expect(result).toMatchObject({ ok: true, value: { state: next } });
        }
      });
    }
  }
});

describe("signing", () => {
  it("seals at once where no governor is asked", () => {
    expect(moved("ready-to-sign", "sign")).toEqual({ state: "submitted", effects: ["seal"] });
  });

  it("waits for the governor, without sealing, where the round asks", () => {
    const move = moved("ready-to-sign", "sign", { governorSigns: true });
    expect(move).toEqual({ state: "awaiting-governor", effects: [] });
  });

  it.each(["countersign", "noteMinute"] as const)("seals at the last signature: %s", (event) => {
    expect(moved("awaiting-governor", event)).toEqual({ state: "submitted", effects: ["seal"] });
  });

  it("sets the signed copy aside when the governor declines, for a reason", () => {
    expect(moved("awaiting-governor", "decline").effects).toEqual(["set-aside"]);
    expect(problem("awaiting-governor", "decline", { reason: "  " })).toBe("reason-missing");
  });
});

describe("recalling and amending", () => {
  it.each(["awaiting-governor", "submitted"] as const)(
    "takes %s back until an officer opens it",
    (state) => {
      expect(moved(state, "recall")).toEqual({ state: "in-progress", effects: ["set-aside"] });
      expect(problem(state, "recall", { openedByOfficer: true })).toBe("opened-by-officer");
    },
  );

  it.each(["submitted", "replied"] as const)(
    "amends %s with a reason while the round is open, and the earlier copy stands",
    (state) => {
      expect(moved(state, "amend")).toEqual({ state: "in-progress", effects: [] });
      expect(problem(state, "amend", { reason: "" })).toBe("reason-missing");
      expect(problem(state, "amend", { roundOpen: false })).toBe("round-closed");
    },
  );
});

describe("withdrawing a school", () => {
  it("sets aside the copy that awaits the governor; other copies are the school's own", () => {
    expect(moved("awaiting-governor", "withdraw").effects).toEqual(["set-aside"]);
    expect(moved("submitted", "withdraw").effects).toEqual([]);
  });
});

describe("closing the round", () => {
  it("changes something in the states called unfinished, and in no other", () => {
    const changes = RESPONSE_STATES.filter((state) => {
      const move = transition(state, "close", calm);
      return move.ok && move.value.state !== state;
    });
    expect(changes).toEqual([...UNFINISHED_STATES]);
  });

  it("submits what awaits the governor and says that the signature was not given", () => {
    const move = moved("awaiting-governor", "close");
    expect(move).toEqual({ state: "submitted", effects: ["governor-not-given", "seal"] });
  });

  it.each(["not-started", "in-progress", "ready-to-sign"] as const)(
    "lets an unsigned response lapse, remembering that it was %s",
    (state) => {
      expect(moved(state, "close")).toEqual({ state: "lapsed", effects: ["remember-state"] });
      const reopened = moved("lapsed", "reopen", { stateBeforeClosing: state });
      expect(reopened).toEqual({ state, effects: ["forget-state"] });
    },
  );

  it.each(["in-progress", "ready-to-sign"] as const)(
    "keeps an amendment that is %s as private while the signed copy stands",
    (state) => {
      const standing = { hasStandingCopy: true };
      const kept = { state: "submitted", effects: ["keep-as-private"] };
      expect(moved(state, "close", standing)).toEqual(kept);
      const replied = moved(state, "close", { ...standing, standingCopyReplied: true });
      expect(replied).toEqual({ ...kept, state: "replied" });
    },
  );

  it.each(["submitted", "replied"] as const)("leaves %s as it is", (state) => {
    expect(moved(state, "close")).toEqual({ state, effects: [] });
  });

  it("does not reopen what has no state to go back to, or while the round is closed", () => {
    expect(problem("lapsed", "reopen", { stateBeforeClosing: null })).toBe("cannot");
    expect(problem("lapsed", "reopen", { roundOpen: false })).toBe("round-closed");
  });

  it("lets an officer still reply, and a school still be withdrawn", () => {
    expect(moved("submitted", "reply", { roundOpen: false }).state).toBe("replied");
    expect(moved("in-progress", "withdraw", { roundOpen: false }).state).toBe("withdrawn");
  });

  const stopped: readonly (readonly [ResponseState, ResponseEvent])[] = [
    ["not-started", "firstSave"],
    ["in-progress", "markReady"],
    ["ready-to-sign", "takeBack"],
    ["ready-to-sign", "sign"],
    ["awaiting-governor", "countersign"],
    ["awaiting-governor", "noteMinute"],
    ["awaiting-governor", "decline"],
    ["submitted", "recall"],
  ];
  it.each(stopped)("refuses %s, %s once the round is closed", (state, event) => {
    expect(problem(state, event, { roundOpen: false })).toBe("round-closed");
  });
});
