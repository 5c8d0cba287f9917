import { describe, expect, it } from "vitest";
import { createLog, loggablePath } from "~/platform/log.server";

function aLog() {
  const lines: string[] = [];
  const log = createLog({ level: "info", destination: { write: (line) => void lines.push(line) } });
  return { log, written: () => lines.join("") };
}

describe("the log", () => {
  it("hides secrets and what people typed, however they are nested", () => {
    const { log, written } = aLog();
    log.info({ password: "hunter2", form: { newPassword: "hunter2", body: "hunter2" } }, "posted");
    log.info({ request: { headers: { cookie: "hunter2", authorization: "hunter2" } } }, "seen");
    expect(written()).toContain("[hidden]");
    expect(written()).not.toContain("hunter2");
  });

  it("writes an error without the parameters of its query", () => {
    const { log, written } = aLog();
    const cause = Object.assign(new Error("UNIQUE constraint failed: users.email"), { code: "X1" });
    const message = "Failed query: insert into users values (?)\nparams: jo@example.org,draft text";
    log.error({ err: new Error(message, { cause }) }, "request failed");
    expect(written()).toContain("Failed query: insert into users");
    expect(written()).toContain("UNIQUE constraint failed");
    expect(written()).toContain("log.test.ts");
    expect(written()).not.toContain("jo@example.org");
    expect(written()).not.toContain("draft text");
  });

  it("writes something for a thrown value that is not an error, but not the value", () => {
    const { log, written } = aLog();
    log.error({ err: "hunter2" }, "odd");
    expect(written()).toContain('"name":"string"');
    expect(written()).not.toContain("hunter2");
  });

  it("leaves the query string out of addresses", () => {
    expect(loggablePath("/verify?reference=KCC-1#top")).toBe("/verify");
  });

  it("keeps the secret of an invitation's link out", () => {
    expect(loggablePath("/invitation/0a1b2c")).toBe("/invitation/[hidden]");
    expect(loggablePath("/invitation/0a1b2c.data?x=1")).toBe("/invitation/[hidden].data");
  });
});
