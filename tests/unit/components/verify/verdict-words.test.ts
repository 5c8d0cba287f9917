import { describe, expect, test } from "vitest";
import { verdictWords } from "~/components/verify/verdict-words";
import type { CopyView } from "~/services/verify/views";

const signedAt = new Date("2026-12-16T14:33:00Z");
const copy: CopyView = {
  what: "signed-copy",
  schoolName: "Marsh Lane Primary School",
  title: "Inclusion Toolkit",
  number: 1,
  reference: "IT26-900412-1-7KQD",
  signatures: [{ title: "headteacher", kind: "signed" }],
  signedAt,
  sealedAt: signedAt,
  owner: "Kent County Council",
  checkCode: "a".repeat(64),
  detailsRemovedAt: new Date("2026-12-18T10:00:00Z"),
};

describe("a signed copy that personal details were removed from", () => {
  test("is withdrawn as the file that it was, with what to do", () => {
    const words = verdictWords({ of: "file", kind: "withdrawn", copy });
    expect(words.word).toBe("Withdrawn");
    expect(words.sentence).toContain("taken back on 18 December 2026");
    expect(words.more.join(" ")).toContain("Delete it");
  });

  test("is genuine as the file that it is, and says that nobody signed again", () => {
    const words = verdictWords({ of: "file", kind: "genuine", copy });
    expect(words.tone).toBe("genuine");
    expect(words.more.join(" ")).toContain("Nobody signed again");
  });

  test("is told of no other copy", () => {
    const other = { ...copy, detailsRemovedAt: null };
    expect(verdictWords({ of: "file", kind: "genuine", copy: other }).more).toEqual([]);
  });
});
