import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aDataFolder,
  removeFolder,
  startServer,
  type RunningServer,
} from "~tests/support/running-server";

const dataDir = aDataFolder();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ dataDir, env: { DEMO: "1" } });
});
afterAll(async () => {
  server.signal("SIGTERM");
  await server.ended();
  removeFolder(dataDir);
});

const page = (path = "/sign-in") => fetch(`${server.origin}${path}`);

function post(path: string, headers: Record<string, string>, body = "a=b"): Promise<Response> {
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  const init = { method: "POST", headers: { ...form, ...headers }, body, redirect: "manual" };
  return fetch(`${server.origin}${path}`, init as RequestInit);
}

/** Sends only the head of a request, which fetch cannot. Resolves to the status. */
function postHead(path: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const sent = request({
      hostname,
      port,
      path,
      method: "POST",
      headers: { origin: server.origin, ...headers },
    });
    sent.once("response", (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
      sent.destroy();
    });
    sent.on("error", reject);
    sent.flushHeaders();
  });
}

describe("every page", () => {
  it("carries the security headers, its time and its request id, and is not stored", async () => {
    const { headers, status } = await page();
    expect(status).toBe(200);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("server-timing")).toMatch(/^total;dur=\d+\.\d$/);
    expect(headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    expect(headers.has("x-powered-by")).toBe(false);
  });

  it("has a new nonce each time, on every script it carries", async () => {
    const nonces = new Set<string>();
    for (const answer of [await page(), await page()]) {
      const policy = answer.headers.get("content-security-policy") ?? "";
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
      nonces.add(nonce);
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(2);
  });
});

describe("a form from elsewhere", () => {
  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["nowhere", {}],
  ])("is refused when it comes from %s", async (_name, headers) => {
    const answer = await post("/sign-in", headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("This form did not come from our page");
  });

  it("is taken when it comes from our own page", async () => {
    const answer = await post("/sign-in", { origin: server.origin }, "email=&password=");
    expect(answer.status).toBe(422);
  });

  it("is taken under the other name of this machine too, in the demonstration", async () => {
    const origin = `http://localhost:${server.port}`;
    const body = new URLSearchParams({ email: "", password: "" });
    const answer = await fetch(`${origin}/sign-in`, { method: "POST", headers: { origin }, body });
    expect(answer.status).toBe(422);
  });
});

describe("a request that is too large", () => {
  it("is refused before it is read", async () => {
    expect(await postHead("/sign-in", { "content-length": String(2 * 1024 * 1024) })).toBe(413);
    expect(await postHead("/verify", { "content-length": String(26 * 1024 * 1024) })).toBe(413);
  });

  it("is refused when it does not say how large it is", async () => {
    expect(await postHead("/sign-in", { "transfer-encoding": "chunked" })).toBe(411);
  });
});

describe("the browser's files", () => {
  it("come squeezed, for ever, and not twice", async () => {
    const html = await (await page()).text();
    const script = /\/assets\/components-[\w-]+\.js/.exec(html)?.[0] ?? "none";
    const first = await fetch(`${server.origin}${script}`, {
      headers: { "accept-encoding": "br" },
    });
    expect(first.status).toBe(200);
    expect(first.headers.get("content-encoding")).toBe("br");
    expect(first.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await first.text()).length).toBeGreaterThan(
      Number(first.headers.get("content-length")),
    );
    const etag = first.headers.get("etag") ?? "";
    const again = await fetch(`${server.origin}${script}`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  });

  it("are only those of the build, whatever the path", async () => {
    expect((await page("/assets/%2e%2e/%2e%2e/package.json")).status).toBe(404);
    expect((await page("/assets/nothing.js")).status).toBe(404);
  });
});

describe("the log", () => {
  it("holds neither what was typed nor query strings nor cookies", async () => {
    const body = "email=jo%40example.org&password=hunter2-typed";
    const headers = { origin: server.origin, cookie: "session=hunter2-cookie" };
    await post("/sign-in?next=hunter2-query", headers, body);
    await expect.poll(server.output).toContain('"path":"/sign-in"');
    expect(server.output()).not.toContain("hunter2");
    expect(server.output()).not.toContain("jo@example.org");
  });
});

describe("/healthz and /readyz", () => {
  it("say that the process lives and what is ready", async () => {
    expect(await (await page("/healthz")).json()).toEqual({ alive: true });
    expect(await (await page("/readyz")).json()).toEqual({
      ready: true,
      parts: { accepting: true, worker: true, database: true, migrations: true },
    });
  });
});
