import { describe, expect, it } from "vitest";
import { signingTitle } from "~/domain/policy/signing-title";
import { aGrant, anActor, TODAY } from "./people";

const place = { schoolId: "marsh-lane", questionnaireKey: "inclusion-toolkit", today: TODAY };
const head = (over: Parameters<typeof aGrant>[1]) =>
  aGrant("head", { schoolId: "marsh-lane", ...over });
const titleOf = (...grants: ReturnType<typeof head>[]) =>
  signingTitle(anActor("ade", ...grants), { ...place, role: "head" });

describe("how a person signs", () => {
  it("is the title of the grant, or the role's own", () => {
    expect(titleOf(head({ signingTitle: "acting headteacher" }))).toBe("acting headteacher");
    expect(titleOf(head({}))).toBe("headteacher");
  });

  it("takes no title of another school, another questionnaire or another day", () => {
    const elsewhere = { signingTitle: "executive headteacher" };
    expect(titleOf(head({ ...elsewhere, schoolId: "quarry-hill" }), head({}))).toBe("headteacher");
    expect(titleOf(head({ ...elsewhere, questionnaireKey: "asthma" }), head({}))).toBe(
      "headteacher",
    );
    expect(titleOf(head({ ...elsewhere, to: "2026-11-21" }), head({}))).toBe("headteacher");
  });

  it("prefers the grant for this questionnaire alone", () => {
    const own = { questionnaireKey: "inclusion-toolkit", signingTitle: "head of school" };
    expect(titleOf(head({ signingTitle: "principal" }), head(own))).toBe("head of school");
  });
});
