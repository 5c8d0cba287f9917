import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, fixedHeaders } from "../../../server/security-headers";

describe("the Content-Security-Policy", () => {
  it("lets nothing run or load but our own, and scripts only with the nonce", () => {
    expect(contentSecurityPolicy({ nonce: "n1", development: false }).split("; ")).toEqual([
      "default-src 'self'",
      "script-src 'self' 'nonce-n1'",
      "style-src 'self'",
      "img-src 'self' data:",
      "worker-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
    ]);
  });

  it("allows no inline style outside development", () => {
    expect(contentSecurityPolicy({ nonce: "n1", development: false })).not.toContain("unsafe");
  });
});

describe("the headers of every answer", () => {
  const https = "https://review.example.org";
  it.each([
    ["live under HTTPS", { production: true, origin: https }, true],
    [
      "live without HTTPS, behind a closed network",
      { production: true, origin: "http://review" },
      false,
    ],
    ["the demonstration", { production: false, origin: https }, false],
  ])("insist on HTTPS or not: %s", (_name, config, insists) => {
    expect("Strict-Transport-Security" in fixedHeaders(config)).toBe(insists);
  });
});
