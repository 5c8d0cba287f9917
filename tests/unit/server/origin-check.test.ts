import express from "express";
import { describe, expect, it } from "vitest";
import { isOwnOrigin, originCheck } from "../../../server/origin-check";

const LIVE = { origin: "https://review.example.org", production: true };
const DEMO = { origin: "http://127.0.0.1:3000", production: false };
const nothing = { origin: undefined, referer: undefined, host: undefined };

describe("where a form may come from", () => {
  it.each([
    ["our own origin", { ...nothing, origin: "https://review.example.org" }, true],
    ["our own page as referer", { ...nothing, referer: "https://review.example.org/a?b" }, true],
    ["another site", { ...nothing, origin: "https://evil.example" }, false],
    [
      "a name that starts like ours",
      { ...nothing, origin: "https://review.example.org.evil.example" },
      false,
    ],
    ["our host without encryption", { ...nothing, origin: "http://review.example.org" }, false],
    ["neither header", nothing, false],
    ["an opaque origin", { ...nothing, origin: "null" }, false],
    [
      "another origin, whatever the referer",
      { ...nothing, origin: "https://evil.example", referer: "https://review.example.org/" },
      false,
    ],
    [
      "another host that it asked for itself",
      { ...nothing, origin: "https://evil.example", host: "evil.example" },
      false,
    ],
  ])("live, from %s", (_name, sender, own) => {
    expect(isOwnOrigin(sender, LIVE)).toBe(own);
  });

  it("takes the host that was asked for in the demonstration, so that localhost works", () => {
    const sender = { ...nothing, origin: "http://localhost:3000", host: "localhost:3000" };
    expect(isOwnOrigin(sender, DEMO)).toBe(true);
    expect(isOwnOrigin({ ...sender, origin: "http://evil.example" }, DEMO)).toBe(false);
  });
});

describe("the one address that takes a form from nowhere", () => {
  async function post(path: string, headers: Record<string, string> = {}): Promise<number> {
    const web = express();
    web.use(originCheck(LIVE));
    web.use((_req, res) => void res.sendStatus(200));
    const server = web.listen(0, "127.0.0.1");
    try {
      await new Promise((resolve) => server.once("listening", resolve));
      const address = server.address();
      const port = typeof address === "object" ? (address?.port ?? 0) : 0;
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers });
      return answer.status;
    } finally {
      server.close();
    }
  }

  it.each([
    ["/mails/stop", 200],
    ["/mails/stop?key=secret", 200],
    ["/mails/stop/", 403],
    ["/mails/stop.data", 403],
    ["/Mails/stop", 403],
    ["/mails/stop/x", 403],
    ["/mails/stopped", 403],
    ["//mails/stop", 403],
    ["/account/email/stop", 403],
    ["/", 403],
  ])("%s is answered with %s", async (path, status) => {
    expect(await post(path)).toBe(status);
    expect(await post(path, { Origin: "https://evil.example" })).toBe(status);
  });
});
