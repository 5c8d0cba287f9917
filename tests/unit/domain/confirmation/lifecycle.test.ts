import { describe, expect, it } from "vitest";
import { confirmationStanding, moveConfirmation } from "~/domain/confirmation/lifecycle";
import {
  CONFIRMATION_EVENTS,
  CONFIRMATION_STANDINGS,
  type ConfirmationStanding,
} from "~/domain/confirmation/states";

const TODAY = "2026-11-24";
const AS: Record<ConfirmationStanding, Parameters<typeof moveConfirmation>[0]> = {
  confirmed: { state: "standing", endsOn: TODAY },
  lapsed: { state: "standing", endsOn: "2026-11-23" },
  superseded: { state: "superseded", endsOn: "2027-03-12" },
  withdrawn: { state: "withdrawn", endsOn: "2027-03-12" },
};

/** Read across: renew, withdraw. */
const TABLE: Record<ConfirmationStanding, string> = {
  confirmed: "superseded withdrawn",
  lapsed: "superseded no",
  superseded: "no no",
  withdrawn: "no no",
};

describe("a confirmation", () => {
  it("holds on its last day, and has lapsed on the next", () => {
    expect(confirmationStanding(AS.confirmed, TODAY)).toBe("confirmed");
    expect(confirmationStanding(AS.lapsed, TODAY)).toBe("lapsed");
  });

  it("that was withdrawn or renewed stays so, whatever the day", () => {
    expect(confirmationStanding(AS.withdrawn, "2030-01-01")).toBe("withdrawn");
    expect(confirmationStanding(AS.superseded, "2030-01-01")).toBe("superseded");
  });

  it.each(CONFIRMATION_STANDINGS)("%s: moves as the table says on every event", (standing) => {
    const found = CONFIRMATION_EVENTS.map((event) => {
      const move = moveConfirmation(AS[standing], event, { today: TODAY, reason: "Kit is gone" });
      return move.ok ? move.value : "no";
    });
    expect(found.join(" ")).toBe(TABLE[standing]);
  });

  it("is not withdrawn without a reason", () => {
    expect(moveConfirmation(AS.confirmed, "withdraw", { today: TODAY, reason: "  " })).toEqual({
      ok: false,
      problem: { code: "reason-missing" },
    });
  });
});
