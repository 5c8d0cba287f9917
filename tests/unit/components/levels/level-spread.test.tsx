import { describe, expect, it } from "vitest";
import { LevelSpread } from "~/components/levels/level-spread";
import type { LevelSign } from "~/components/levels/level-sign";
import { attributeOf, renderHtml } from "~tests/support/render";

const sharing: LevelSign = { name: "Sharing", mark: "steps", steps: 4 };

describe("a row of marks", () => {
  const html = renderHtml(<LevelSpread levels={[sharing, null, sharing]} />);

  it("is read out as one sentence", () => {
    expect(attributeOf(html, /<span[^>]*role="img"[^>]*>/, "aria-label")).toBe(
      "2 Sharing, 1 Not answered",
    );
  });

  it("hides each single mark from readers", () => {
    expect(html.match(/<svg/g)).toHaveLength(3);
    expect(html.match(/<svg[^>]*aria-hidden="true"/g)).toHaveLength(3);
  });

  it("is absent where there is nothing to show", () => {
    expect(renderHtml(<LevelSpread levels={[]} />)).toBe("");
  });
});
