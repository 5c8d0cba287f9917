import { describe, expect, it } from "vitest";
import { deviceWords } from "~/domain/account/device-words";

const SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

describe("the words for a browser", () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME}`, "Chrome on Windows"],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/131.0.0.0`, "Edge on Windows"],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME}`, "Chrome on Chromebook"],
    [`Mozilla/5.0 (Linux; Android 14; SM-S911B) ${CHROME}`, "Chrome on Android"],
    [`Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) ${SAFARI}`, "Safari on iPad"],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko Firefox/133.0",
      "Firefox on Mac",
    ],
    ["Mozilla/5.0 (Windows NT 10.0)", "Windows"],
  ])("of %s are short", (line, words) => {
    expect(deviceWords(line)).toBe(words);
  });

  it.each([null, "", "curl/8.5.0", "<script>alert(1)</script>"])("are none of %j", (line) => {
    expect(deviceWords(line)).toBeNull();
  });
});
