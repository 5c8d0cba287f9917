import { describe, expect, it } from "vitest";
import { frameOf } from "~/components/shell/page-handle";

const school = { urn: "118254", name: "A school", role: "SENCO" };

describe("the frame of a page", () => {
  it("takes the school from any matched loader and the rest from the deepest handle", () => {
    const frame = frameOf([
      { handle: undefined, data: { actor: null } },
      { handle: { nav: "self-reviews" }, data: { school } },
      { handle: { nav: "action-plan", wide: true }, data: undefined },
    ]);
    expect(frame).toEqual({ school, nav: "action-plan", wide: true });
  });

  it("takes a visit with the pages of its navigation, and no others", () => {
    const visit = { id: "v", schoolName: "A school", role: "lead reviewer", pages: ["today", "x"] };
    const frame = frameOf([{ handle: { visitNav: "plan" }, data: { visit } }]);
    expect(frame).toEqual({
      school: null,
      visitNav: "plan",
      visit: { ...visit, pages: ["today"] },
    });
  });

  it("has no school where no loader names one", () => {
    expect(frameOf([{ handle: { nav: "nowhere" }, data: { school: { urn: 1 } } }])).toEqual({
      school: null,
    });
  });
});
