import { describe, expect, it } from "vitest";
import { savedLine } from "~/components/saved-line";

describe("the saved line", () => {
  it("says when it was saved", () => {
    expect(savedLine({ kind: "saved", at: "14:02" }).text).toBe("Saved 14:02");
  });

  it("says that nothing is lost while trouble lasts", () => {
    expect(savedLine({ kind: "retrying" }).text).toBe("Not saved, trying again");
    expect(savedLine({ kind: "conflict" }).text).toBe("Not saved: two versions");
    expect(savedLine({ kind: "kept" }).text).toBe("Not saved yet, text kept");
  });
});
