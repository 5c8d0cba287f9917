import { describe, expect, it } from "vitest";
import { bodyLimitFor } from "../../../server/body-limit";

describe("how much a request may carry", () => {
  it("takes a 25 MB file on the verify page, with or without JavaScript", () => {
    expect(bodyLimitFor("/verify")).toBeGreaterThan(25 * 1024 * 1024);
    expect(bodyLimitFor("/verify.data")).toBe(bodyLimitFor("/verify"));
  });

  it.each(["/", "/verify/other", "/schools/100001/self-reviews/1/answers"])(
    "takes 1 MB on %s",
    (path) => {
      expect(bodyLimitFor(path)).toBe(1024 * 1024);
    },
  );
});
