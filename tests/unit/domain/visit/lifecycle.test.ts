import { describe, expect, it } from "vitest";
import { VISIT_EVENTS, type VisitEvent } from "~/domain/visit/events";
import { nextSignature, transition, type VisitContext } from "~/domain/visit/lifecycle";
import { VISIT_STATES, type VisitState } from "~/domain/visit/states";

const ready: VisitContext = {
  today: "2027-02-04",
  allAccepted: true,
  hostAccepted: false,
  askedForAnother: false,
  visitOn: "2027-02-04",
  focusAgreed: true,
  sections: 1,
  statements: 4,
  copyStands: true,
  pointsSaid: true,
  signatures: ["second-reviewer", "lead-reviewer", "head"],
  bothViewsWritten: true,
  reason: "The head is away",
};

/** The full product, by hand from design.md section 4. A missing event is refused. */
const table: Record<VisitState, Partial<Record<VisitEvent, VisitState>>> = {
  proposed: {
    accept: "planned",
    askForAnother: "proposed",
    replaceReviewer: "proposed",
    cancel: "cancelled",
  },
  accepted: { replaceReviewer: "proposed", agreeDate: "dated", cancel: "cancelled" },
  dated: {
    replaceReviewer: "proposed",
    agreeDate: "dated",
    postpone: "accepted",
    agreePlan: "planned",
    cancel: "cancelled",
  },
  planned: {
    replaceReviewer: "proposed",
    postpone: "accepted",
    changePlan: "dated",
    visited: "visited",
    cancel: "cancelled",
  },
  visited: { draft: "drafted" },
  drafted: { sendToSchool: "with-school" },
  "with-school": {
    sendBack: "drafted",
    agree: "agreed",
    closeWithBothViews: "closed-with-both-views",
  },
  agreed: { sign: "closed", closeWithBothViews: "closed-with-both-views" },
  closed: {},
  "closed-with-both-views": {},
  cancelled: {},
};

function problem(state: VisitState, event: VisitEvent, facts: Partial<VisitContext> = {}): string {
  const result = transition(state, event, { ...ready, ...facts });
  return result.ok ? "allowed" : result.problem.code;
}

function moved(state: VisitState, event: VisitEvent, facts: Partial<VisitContext> = {}) {
  const result = transition(state, event, { ...ready, ...facts });
  if (!result.ok) throw new Error(`refused: ${result.problem.code}`);
  return result.value;
}

describe("every state and every event of a visit", () => {
  for (const state of VISIT_STATES) {
    for (const event of VISIT_EVENTS) {
      const next = table[state][event];
      it(`${event} of ${state} ${next ? `leads to ${next}` : "is refused"}`, () => {
        const result = transition(state, event, ready);
        expect(result.ok ? result.value.state : result.problem.code).toBe(next ?? "cannot");
      });
    }
  }
});

describe("accepting", () => {
  it("waits until both reviewers and the host have accepted", () => {
    expect(moved("proposed", "accept", { allAccepted: false })).toEqual({
      state: "proposed",
      effects: [],
    });
  });

  it("fixes the ownership rule when the last one accepts", () => {
    const first = { visitOn: null, focusAgreed: false };
    expect(moved("proposed", "accept", first)).toEqual({
      state: "accepted",
      effects: ["fix-ownership"],
    });
  });

  it("goes on from the day that was agreed before a reviewer was replaced", () => {
    expect(moved("proposed", "accept", { focusAgreed: false }).state).toBe("dated");
  });

  it("lets the host ask once for another pair, not twice and not after accepting", () => {
    expect(problem("proposed", "askForAnother")).toBe("allowed");
    expect(problem("proposed", "askForAnother", { askedForAnother: true })).toBe("asked-already");
    expect(problem("proposed", "askForAnother", { hostAccepted: true })).toBe("host-accepted");
  });
});

describe("the plan", () => {
  it("asks for one to three sections and at most eight statements", () => {
    expect(problem("dated", "agreePlan", { sections: 0 })).toBe("sections-one-to-three");
    expect(problem("dated", "agreePlan", { sections: 3, statements: 8 })).toBe("allowed");
    expect(problem("dated", "agreePlan", { sections: 4 })).toBe("sections-one-to-three");
    expect(problem("dated", "agreePlan", { statements: 9 })).toBe("statements-up-to-eight");
  });

  it("needs a signed copy, which it pins", () => {
    expect(problem("dated", "agreePlan", { copyStands: false })).toBe("no-signed-copy");
    expect(moved("dated", "agreePlan").effects).toEqual(["pin-copy"]);
  });
});

describe("the day and after", () => {
  it("cannot have taken place before its day", () => {
    expect(problem("planned", "visited", { visitOn: "2027-02-05" })).toBe("not-yet");
    expect(problem("planned", "visited")).toBe("allowed");
  });

  it("drafts nothing before the points were said", () => {
    expect(problem("visited", "draft", { pointsSaid: false })).toBe("points-not-said");
  });

  it("takes the day off when it is put off or cancelled, and wants to know why it is cancelled", () => {
    expect(moved("dated", "postpone").effects).toEqual(["clear-day"]);
    expect(problem("planned", "cancel", { reason: "  " })).toBe("reason-missing");
  });

  it("takes the signatures in one order and closes with the last", () => {
    expect(nextSignature([])).toBe("second-reviewer");
    expect(nextSignature(["second-reviewer"])).toBe("lead-reviewer");
    expect(nextSignature(["second-reviewer", "lead-reviewer"])).toBe("head");
    const two = { signatures: ["second-reviewer", "lead-reviewer"] as const };
    expect(moved("agreed", "sign", two)).toEqual({ state: "agreed", effects: [] });
    expect(moved("agreed", "sign").effects).toEqual(["seal", "end-notes"]);
  });

  it("closes with both views only when both are written and somebody is named", () => {
    const missing = { bothViewsWritten: false };
    expect(problem("with-school", "closeWithBothViews", missing)).toBe("views-missing");
    expect(moved("agreed", "closeWithBothViews").effects).toEqual(["freeze", "seal", "end-notes"]);
  });
});
