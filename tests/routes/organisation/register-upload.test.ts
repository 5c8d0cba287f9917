import { describe, expect, it } from "vitest";
import { action as send, loader as page } from "~/routes/organisations.$key.schools.import._index";
import {
  action as apply,
  loader as looked,
} from "~/routes/organisations.$key.schools.import.$import";
import { coverAuthorities } from "~/services/register/view-import.server";
import { registerImports, schools } from "~db/schema";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation } from "~tests/support/factories/places";
import { aFile, aLine } from "~tests/support/files/register-files";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

const PATH = "/organisations/wealdshire/schools/import";

async function aRegister() {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app, { key: "wealdshire" });
  const manager = await anActor(app, { grants: [{ role: "manager", organisationId }] });
  const officer = await anActor(app, { grants: [{ role: "officer", organisationId }] });
  await coverAuthorities(app, manager, { key: "wealdshire", typed: "886" });
  const cookie = await aSession(app, manager.userId);
  const params = { key: "wealdshire" };
  const upload = (content: BlobPart | null, as = cookie) => {
    const body = new FormData();
    if (content !== null) body.set("schools", new File([content], "edubasealldata.csv"));
    return askRoute(send, app, { request: aRequest(PATH, as, { method: "POST", body }), params });
  };
  const idIn = (headers: Headers) => (headers.get("Location") ?? "").split("/").at(-1) ?? "";
  const look = (id: string) =>
    askRoute(looked, app, {
      request: aRequest(`${PATH}/${id}`, cookie),
      params: { ...params, import: id },
    });
  const press = (id: string) =>
    askRoute(apply, app, {
      request: aPost(`${PATH}/${id}`, {}, cookie),
      params: { ...params, import: id },
    });
  const stored = async () => ({
    schools: (await app.db.read.select().from(schools)).length,
    imports: (await app.db.read.select().from(registerImports)).length,
  });
  const officerCookie = await aSession(app, officer.userId);
  return { app, params, cookie, officerCookie, upload, idIn, look, press, stored };
}

const NOTHING = { schools: 0, imports: 0 };
const refusal = (...messages: unknown[]) => ({ problem: { field: "schools", messages } });
const saying = (words: string) => expect.stringContaining(words) as unknown;

describe("a file of schools that is sent", () => {
  it("leads to looking it through, counts, and is done once", async () => {
    const { upload, idIn, look, press, stored } = await aRegister();
    const sent = await upload(aFile(aLine(), aLine({ URN: "118255" })));
    expect(sent.status).toBe(302);
    const id = idIn(sent.headers);
    expect(await stored()).toEqual({ schools: 0, imports: 1 });
    expect((await look(id)).data).toMatchObject({ view: { summary: { added: 2 } } });
    expect((await press(id)).headers.get("Location")).toBe(`${PATH}/${id}?done=1`);
    expect((await stored()).schools).toBe(2);
    expect(await press(id)).toMatchObject({
      status: 409,
      data: { refusal: saying("was done already") },
    });
  });

  it("changes nothing when the same comes again, and says so", async () => {
    const { upload, idIn, look, press, stored } = await aRegister();
    const file = aFile(aLine());
    await press(idIn((await upload(file)).headers));
    const again = await upload(file);
    expect((await look(idIn(again.headers))).data).toMatchObject({
      view: { summary: { added: 0, changed: 0, closed: 0, unchanged: 1 } },
    });
    expect((await stored()).schools).toBe(1);
  });

  it("is refused with line and column where a quotation mark is out of place, and nothing is kept", async () => {
    const { upload, stored } = await aRegister();
    const broken = await upload(aFile(aLine(), '"118255","88"6","Kent"'));
    expect(broken.status).toBe(422);
    expect(broken.data).toMatchObject(refusal(saying("Line 3, column")));
    expect(await stored()).toEqual(NOTHING);
  });

  it("is refused with line, column and what stands there where a cell is not what it must be", async () => {
    const { upload, stored } = await aRegister();
    const broken = await upload(aFile(aLine({ URN: "12" }), aLine({ OpenDate: "31-02-2020" })));
    expect(broken.status).toBe(422);
    expect(broken.data).toMatchObject(
      refusal(saying("Line 2, column URN: “12”"), saying("Line 3, column OpenDate: “31-02-2020”")),
    );
    expect(await stored()).toEqual(NOTHING);
  });

  it("is refused with the columns that it lacks", async () => {
    const { upload, stored } = await aRegister();
    const other = await upload("Name,Town\r\nOakfold,Ashford\r\n");
    expect(other.status).toBe(422);
    expect(other.data).toMatchObject(refusal(saying("has no column URN")));
    expect(await stored()).toEqual(NOTHING);
  });

  it("is refused when it is too big, empty or was not chosen", async () => {
    const { upload, stored } = await aRegister();
    const tooBig = await upload(Buffer.alloc(60 * 1024 * 1024 + 1, 0x20));
    expect(tooBig).toMatchObject({ status: 422, data: refusal("Choose files of 60 MB or less") });
    for (const none of [null, ""]) {
      expect(await upload(none)).toMatchObject({
        status: 422,
        data: refusal(saying("Choose")),
      });
    }
    expect(await stored()).toEqual(NOTHING);
  }, 30_000);

  it("is nobody's but a manager's, before any of it is read", async () => {
    const { app, params, upload, officerCookie, stored } = await aRegister();
    expect((await upload(aFile(aLine()), officerCookie)).status).toBe(403);
    const request = aRequest(PATH, officerCookie);
    expect((await askRoute(page, app, { request, params })).status).toBe(403);
    expect(await stored()).toEqual(NOTHING);
  });
});
