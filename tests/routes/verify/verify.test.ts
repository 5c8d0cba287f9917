import type { ActionFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { action, headers, loader } from "~/routes/verify";
import { aContext, aPost, aRequest } from "~tests/support/accounts";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import {
  aServiceWithACopy,
  REFERENCE,
  UNKNOWN_REFERENCE,
} from "~tests/integration/verify/a-sealed-copy";
import { askRoute } from "../auth/ask-route";

type Given = { file?: Uint8Array | null; name?: string; reference?: string };

/** The form as a browser sends it: an empty part where no file was chosen. */
function aForm({ file = null, name = "copy.pdf", reference = "" }: Given): FormData {
  const form = new FormData();
  const chosen = file === null ? new File([], "") : new File([Uint8Array.from(file)], name);
  form.set("file", chosen);
  form.set("reference", reference);
  return form;
}

const post = (app: TestApp, given: Given) =>
  askRoute(action, app, aRequest("/verify", "", { method: "POST", body: aForm(given) }));
const get = (app: TestApp, query = "") => askRoute(loader, app, aRequest(`/verify${query}`));
const errorsOf = (answer: { data: unknown }) => (answer.data as { errors: unknown[] }).errors;

describe("the page that checks", () => {
  it("asks nothing of anyone, signed in or not", async () => {
    const answer = await get(await aTestApp());
    expect(answer).toMatchObject({ status: 200, data: { view: null, errors: [] } });
  });

  it("says of our own file that it is genuine, whatever the file is called", async () => {
    const { app, bytes } = await aServiceWithACopy();
    const name = '../../etc/"\r\nSet-Cookie: a=b.exe';
    const answer = await post(app, { file: bytes, name });
    expect(answer).toMatchObject({
      status: 200,
      data: { view: { kind: "genuine", copy: { schoolName: "Marsh Lane Primary School" } } },
    });
    expect(JSON.stringify(answer.data)).not.toContain("etc");
  });

  it("answers every finding with 200", async () => {
    const { app, bytes } = await aServiceWithACopy();
    const longer = Buffer.concat([bytes, Buffer.from(" ")]);
    const altered = await post(app, { file: longer });
    const foreign = await post(app, { file: Buffer.from("%PDF-1.4\n%%EOF") });
    const unknown = await post(app, { reference: UNKNOWN_REFERENCE });
    expect([altered.status, foreign.status, unknown.status]).toEqual([200, 200, 200]);
  });

  it("names no school to a reference, by form or by address", async () => {
    const { app } = await aServiceWithACopy();
    const posted = await post(app, { reference: REFERENCE });
    const asked = await get(app, `?reference=${REFERENCE}`);
    expect(posted).toMatchObject({ status: 200, data: { view: { kind: "genuine" } } });
    expect(asked.data).toEqual(posted.data);
    expect(JSON.stringify(posted.data)).not.toMatch(/Marsh|Toolkit|Wealdshire|Ellis/);
  });
});

describe("what cannot be checked", () => {
  it.each([
    ["nothing", {}, 422, "file", "Choose the PDF, or type its reference"],
    ["an empty file", { file: new Uint8Array() }, 422, "file", "That file is empty"],
    ["a picture", { file: Buffer.from("GIF89a") }, 422, "file", "That file is not a PDF"],
    ["a school’s number", { reference: "118234" }, 422, "reference", "That is not a reference"],
    ["a slip", { reference: `${REFERENCE}A` }, 422, "reference", "That is"],
  ] as const)("is told at its field: %s", async (_what, given, status, fieldId, text) => {
    const { app } = await aServiceWithACopy();
    const answer = await post(app, given);
    expect(answer.status).toBe(status);
    expect(errorsOf(answer)).toEqual([{ fieldId, text: expect.stringContaining(text) as string }]);
  });

  it("gives the reference back as it was typed", async () => {
    const { app } = await aServiceWithACopy();
    const answer = await post(app, { reference: "IT26 9004 <b>" });
    expect(answer).toMatchObject({ status: 422, data: { reference: "IT26 9004 <b>" } });
  });

  it("is a file of more than 25 MB", async () => {
    const app = await aTestApp();
    const answer = await post(app, { file: new Uint8Array(25 * 1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
    expect(JSON.stringify(answer.data)).toContain("larger than 25 MB");
  });

  it("is a form that breaks off, has no boundary, or is no form at all", async () => {
    const app = await aTestApp();
    const types = ["multipart/form-data; boundary=x", "multipart/form-data", "application/json"];
    for (const type of types) {
      const body =
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF';
      const init = { method: "POST", body, headers: { "Content-Type": type } };
      expect((await askRoute(action, app, aRequest("/verify", "", init))).status, type).toBe(422);
    }
  });

  it("reads a plain form too, where a browser sends one", async () => {
    const { app } = await aServiceWithACopy();
    const answer = await askRoute(action, app, aPost("/verify", { reference: REFERENCE }));
    expect(answer).toMatchObject({ status: 200, data: { view: { kind: "genuine" } } });
  });
});

describe("too many checks", () => {
  it("from one address have to wait, by form and by address together, and are told how long", async () => {
    const { app } = await aServiceWithACopy();
    for (let check = 0; check < 10; check += 1) {
      expect((await post(app, { reference: REFERENCE })).status).toBe(200);
      expect((await get(app, `?reference=${UNKNOWN_REFERENCE}`)).status).toBe(200);
    }
    for (const answer of [
      await post(app, { reference: REFERENCE }),
      await get(app, `?reference=${REFERENCE}`),
    ]) {
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(590);
      expect(JSON.stringify(answer.data)).toContain("Wait 10 minutes");
      expect(JSON.stringify(answer.data)).not.toContain("genuine");
    }
    expect((await get(app)).status).toBe(200);
  });

  it("do not hold up another address", async () => {
    const { app } = await aServiceWithACopy();
    for (let check = 0; check < 21; check += 1) await post(app, { reference: REFERENCE });
    expect(await statusFrom(app, "198.51.100.7")).toBe(200);
  });

  it("are counted for all of one caller's IPv6 addresses together", async () => {
    const { app } = await aServiceWithACopy();
    for (let check = 0; check < 20; check += 1) {
      expect(await statusFrom(app, `2001:db8:1:2::${check.toString(16)}`)).toBe(200);
    }
    expect(await statusFrom(app, "2001:db8:1:2:ffff:1:2:3")).toBe(429);
    expect(await statusFrom(app, "2001:db8:1:3::1")).toBe(200);
    expect(await statusFrom(app, "::ffff:192.0.2.9")).toBe(200);
  });

  it("from one address at one time wait too, since each holds a file in memory", async () => {
    const { app } = await aServiceWithACopy();
    const given = { file: new Uint8Array(1024 * 1024) };
    const all = await Promise.all(Array.from({ length: 12 }, () => post(app, given)));
    const statuses = all.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(3).fill(422), ...Array<number>(9).fill(429)]);
    expect(await statusFrom(app, "198.51.100.7")).toBe(200);
    expect((await post(app, given)).status).toBe(422);
  });

  it("keep their Retry-After on the page", () => {
    const given = {
      loaderHeaders: new Headers(),
      actionHeaders: new Headers({ "Retry-After": "600" }),
      parentHeaders: new Headers(),
      errorHeaders: undefined,
    };
    expect(new Headers(headers(given)).get("Retry-After")).toBe("600");
  });
});

async function statusFrom(app: TestApp, address: string): Promise<number> {
  const request = aPost("/verify", { reference: REFERENCE });
  const args: ActionFunctionArgs = { request, context: aContext(app, address), params: {} };
  return (await action(args)).init?.status ?? 200;
}
