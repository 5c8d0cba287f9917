import { describe, expect, it } from "vitest";
import type { LevelSign } from "~/components/levels/level-sign";
import { spreadText } from "~/components/levels/spread-text";

const developing: LevelSign = { name: "Developing", mark: "steps", steps: 2 };
const established: LevelSign = { name: "Established", mark: "steps", steps: 3 };
const doesNotApply: LevelSign = { name: "Does not apply to us", mark: "none", steps: 0 };

describe("the words of a spread", () => {
  it("count each level, the furthest first, whatever the order of the statements", () => {
    const levels = [developing, null, established, established, developing, established];
    expect(spreadText(levels)).toBe("3 Established, 2 Developing, 1 Not answered");
  });

  it("name what is outside the count after the levels and before what is not answered", () => {
    expect(spreadText([null, doesNotApply, developing])).toBe(
      "1 Developing, 1 Does not apply to us, 1 Not answered",
    );
  });
});
