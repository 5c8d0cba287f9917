import { describe, expect, it } from "vitest";
import {
  action as saveGroup,
  loader as group,
} from "~/routes/organisations.$key.schools.groups.$group";
import {
  action as addGroup,
  loader as groups,
} from "~/routes/organisations.$key.schools.groups._index";
import { loader as csv } from "~/routes/organisations.$key.schools.groups.csv";
import { action as send, loader as page } from "~/routes/organisations.$key.schools.groups.import";
import { exportGroups } from "~/services/register/groups.server";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

const PATH = "/organisations/wealdshire/schools/groups";
type Handler = Parameters<typeof askRoute>[0];

async function aPlace() {
  const app = await aTestApp();
  const { id: organisationId } = await anOrganisation(app, { key: "wealdshire" });
  const coveredBy = [organisationId];
  const dover = await aSchool(app, { name: "Dover Primary", coveredBy });
  const deal = await aSchool(app, { name: "Deal Primary", coveredBy });
  const manager = await anActor(app, { grants: [{ role: "manager", organisationId }] });
  const officer = await anActor(app, { grants: [{ role: "officer", organisationId }] });
  const cookie = await aSession(app, manager.userId);
  const params = { key: "wealdshire" };
  const post = (
    action: Handler,
    path: string,
    fields: Record<string, string>,
    more: Record<string, string> = {},
  ) =>
    askRoute(action, app, {
      request: aPost(`${PATH}${path}`, fields, cookie),
      params: { ...params, ...more },
    });
  const get = (loader: Handler, path: string, more: Record<string, string> = {}) =>
    askRoute(loader, app, {
      request: aRequest(`${PATH}${path}`, cookie),
      params: { ...params, ...more },
    });
  const upload = async (content: string | null, as = manager) => {
    const body = new FormData();
    if (content !== null) body.set("file", new File([content], "groups.csv"));
    const by = await aSession(app, as.userId);
    return askRoute(send, app, {
      request: aRequest(`${PATH}/import`, by, { method: "POST", body }),
      params,
    });
  };
  const add = async (name: string) => {
    const added = await post(addGroup, "", { kind: "community", name, urns: "" });
    return /groups\/([^?]+)/.exec(added.headers.get("Location") ?? "")?.[1] ?? "";
  };
  const stands = () => exportGroups(app, manager, "wealdshire");
  return { app, dover, deal, officer, post, get, upload, add, stands };
}

const previewOf = ({ data }: { data: unknown }) =>
  (data as { preview: { csv: string; seen: string } }).preview;

describe("groups by hand", () => {
  it("take in the schools that were found by name and ticked, beside those typed", async () => {
    const { dover, deal, get, post, add, stands } = await aPlace();
    const id = await add("Coast");
    expect((await get(group, `/${id}?find=dover`, { group: id })).data).toMatchObject({
      view: { found: { schools: [{ urn: dover.urn, name: "Dover Primary" }] } },
    });
    const fields = { intent: "save", version: "1", name: "Coast", urns: deal.urn, pick: dover.urn };
    expect((await post(saveGroup, `/${id}`, fields, { group: id })).status).toBe(302);
    expect(await stands()).toContain(`community,Coast,${dover.urn},Dover Primary`);
    expect(await stands()).toContain(`community,Coast,${deal.urn},Deal Primary`);
    expect((await get(group, `/${id}?find=dover`, { group: id })).data).toMatchObject({
      view: { found: { schools: [] } },
    });
  });
});

describe("groups by file", () => {
  it("are looked through, then added and changed, and our own file changes nothing", async () => {
    const { dover, deal, get, post, upload, add, stands } = await aPlace();
    await add("Coast");
    const file = `kind,group,urn\ncommunity,Coast,${dover.urn}\narea,East,${deal.urn}\n`;
    const seen = await upload(file);
    expect(seen.data).toMatchObject({
      preview: {
        ready: 2,
        problems: [],
        groups: [
          { name: "Coast", does: "change", put: ["Dover Primary"], out: [] },
          { name: "East", does: "add", put: ["Deal Primary"], out: [] },
        ],
      },
    });
    expect(await stands()).not.toContain("Dover Primary");
    const { csv: text, seen: hash } = previewOf(seen);
    const done = await post(send, "/import", { csv: text, seen: hash });
    expect(done.headers.get("Location")).toBe(`${PATH}?read=2`);
    expect((await get(groups, "?read=2")).data).toMatchObject({ view: { groups: { length: 2 } } });
    expect((await get(csv, "/csv")).status).toBe(200);
    expect((await upload(await stands())).data).toMatchObject({ preview: { ready: 0 } });
  });

  it("change nothing where something moved on since they were looked through", async () => {
    const { dover, post, upload, add, stands } = await aPlace();
    const seen = previewOf(await upload(`kind,group,urn\ncommunity,Coast,${dover.urn}\n`));
    await add("Coast");
    const late = await post(send, "/import", { csv: seen.csv, seen: seen.seen });
    expect(late.status).toBe(422);
    expect(await stands()).not.toContain(dover.urn);
  });

  it("are refused with the line, and without a file, its columns or a sense", async () => {
    const { post, upload, stands } = await aPlace();
    const before = await stands();
    expect((await upload("kind,group,urn\ncircle,Coast,1\n")).data).toMatchObject({
      preview: { ready: 0, problems: [{ line: 2 }] },
    });
    for (const bad of [null, "", "name,town\nCoast,Dover\n", 'kind,group,urn\n"community,Coast']) {
      expect((await upload(bad)).status).toBe(422);
    }
    expect((await post(send, "/import", { csv: "junk", seen: "junk" })).status).toBe(422);
    expect(await stands()).toBe(before);
  });

  it("are the managers'", async () => {
    const { app, officer, upload } = await aPlace();
    expect((await upload("kind,group,urn\n", officer)).status).toBe(403);
    const request = aRequest(`${PATH}/import`, await aSession(app, officer.userId));
    expect((await askRoute(page, app, { request, params: { key: "wealdshire" } })).status).toBe(
      403,
    );
  });
});
