import { describe, expect, it } from "vitest";
import type { LevelChoice } from "~/components/levels/level-choice";
import { LevelRow } from "~/components/levels/level-row";
import { attributeOf, renderHtml } from "~tests/support/render";

const LEVELS: readonly LevelChoice[] = [
  { code: "1", name: "Starting", mark: "steps", steps: 1, shortcut: "1" },
  { code: "N", name: "Does not apply to us", mark: "none", steps: 0, shortcut: "N" },
];

const row = (chosen: string | null, error?: string) =>
  renderHtml(
    <LevelRow
      id="level-C2"
      itemKey="C2"
      name="C2.level"
      statement="Parents are told."
      levels={LEVELS}
      chosen={chosen}
      error={error}
    />,
  );

describe("a row of the levels view", () => {
  it("is a group named by its statement and carries the item's key", () => {
    const html = row(null);
    const group = /<div[^>]*role="group"[^>]*>/;
    expect(attributeOf(html, group, "data-item")).toBe("C2");
    const named = attributeOf(html, group, "aria-labelledby") ?? "";
    expect(html).toContain(`<p id="${named}">Parents are told.</p>`);
  });

  it("chooses nothing in advance", () => {
    expect(row(null)).not.toContain("checked");
  });

  it("shows the saved level as chosen", () => {
    expect(attributeOf(row("N"), /<input[^>]*checked[^>]*>/, "value")).toBe("N");
  });

  it("labels each radio with the level's name, not with its key", () => {
    const labels = row(null).match(/<label.*?<\/label>/g) ?? [];
    const words = labels.map((label) =>
      label.replace(/<span[^>]*aria-hidden="true">.*?<\/span>/g, "").replace(/<[^>]+>/g, ""),
    );
    expect(words).toEqual(["Starting", "Does not apply to us"]);
  });

  it("ties an error to the group and lets a summary link to the first radio", () => {
    const html = row(null, "Choose a level");
    const described = attributeOf(html, /<div[^>]*role="group"[^>]*>/, "aria-describedby") ?? "";
    expect(html).toContain(`<p id="${described}" class="ir-error-text">`);
    expect(attributeOf(html, /<input[^>]*>/, "id")).toBe("level-C2");
  });
});
