import { describe, expect, it } from "vitest";
import { judgeForeignFile } from "~/domain/submission/file-verdict";

describe("a file whose bytes are not kept", () => {
  it.each([
    // seal, certificate ours, reference ours, verdict
    ["none", false, false, "not-ours no-seal"],
    ["none", false, true, "altered, seal gone"],
    ["holds", false, false, "not-ours another-seal"],
    ["holds", false, true, "not-ours another-seal"],
    ["holds", true, false, "not-ours our-seal"],
    ["holds", true, true, "altered"],
    ["broken", false, false, "not-ours another-seal"],
    ["broken", false, true, "altered"],
    ["broken", true, false, "altered"],
    ["broken", true, true, "altered"],
  ] as const)(
    "seal %s, certificate ours %s, reference ours %s: %s",
    (seal, cert, ref, expected) => {
      const verdict = judgeForeignFile({ seal, certificateOurs: cert, referenceOurs: ref });
      const words =
        verdict.kind === "altered"
          ? `altered${verdict.sealGone ? ", seal gone" : ""}`
          : `not-ours ${verdict.why}`;
      expect(words).toBe(expected);
    },
  );
});
