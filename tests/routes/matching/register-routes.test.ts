import { describe, expect, it } from "vitest";
import {
  action as change,
  loader as entry,
} from "~/routes/organisations.$key.reviewers.$reviewer._index";
import { loader as paper } from "~/routes/organisations.$key.reviewers.$reviewer.papers.$paper";
import { loader as register } from "~/routes/organisations.$key.reviewers._index";
import { action as add } from "~/routes/organisations.$key.reviewers.new";
import { action as changeOwn, loader as own } from "~/routes/visits.register";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aRoundToMatch } from "~tests/support/factories/matching-round";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

const KEY = "wealdshire";
const TYPED = {
  intent: "save",
  version: "1",
  post: "headteacher",
  homeUrn: "",
  homeSchoolName: "Quarry Hill Academy",
  homeAuthority: "Medway",
  trustStanding: "no-trust",
  phases: "P",
  questionnaireKeys: "test-questionnaire",
  accreditedUntil: "31 7 2028",
  visitsOffered: "3",
  mayLead: "yes",
};

async function aManager() {
  const app = await aTestApp();
  const world = await aRoundToMatch(app);
  const { reviewer, actor } = world.people.ruth;
  const cookie = await aSession(app, world.manager.userId);
  const mine = await aSession(app, actor.userId);
  const path = `/organisations/${KEY}/reviewers/${reviewer.id}`;
  const params = { key: KEY, reviewer: reviewer.id };
  const open = () => askRoute(entry, app, { request: aRequest(path, cookie), params });
  const post = (fields: Record<string, string>) =>
    askRoute(change, app, { request: aPost(path, fields, cookie), params });
  const print = (name: string, as = cookie) =>
    askRoute(paper, app, {
      request: aRequest(`${path}/papers/${name}`, as),
      params: { ...params, paper: name },
    });
  return { app, ...world, cookie, mine, open, post, print };
}

describe("an entry of the register", () => {
  it("is saved, and gives back everything typed with each problem at its field", async () => {
    const { post, open } = await aManager();
    const refused = await post({ ...TYPED, post: "", visitsOffered: "99" });
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      typed: { homeSchoolName: "Quarry Hill Academy", visitsOffered: "99" },
      problems: [{ field: "post" }, { field: "visitsOffered" }],
    });
    expect((await post(TYPED)).headers.get("Location")).toContain("done=saved");
    expect((await open()).data).toMatchObject({ view: { offered: 3, version: 2 } });
  });

  it("shows both texts where somebody else was first", async () => {
    const { post } = await aManager();
    await post(TYPED);
    const late = await post({ ...TYPED, post: "SENCO" });
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      typed: { post: "SENCO" },
      stands: { post: "headteacher" },
      version: 2,
    });
  });

  it("takes interests, assurance and the end of the role, and nothing else", async () => {
    const { post, quarryHill } = await aManager();
    const { urn } = quarryHill.school;
    const added = await post({ intent: "add-interest", urn });
    expect(added.headers.get("Location")).toContain("done=interests");
    expect((await post({ intent: "add-interest", urn: "999999" })).status).toBe(404);
    expect((await post({ intent: "assure", seenOn: "soon" })).status).toBe(422);
    expect((await post({ intent: "assure", seenOn: "" })).status).toBe(302);
    expect((await post({ intent: "sing" })).status).toBe(400);
    const ended = await post({ intent: "end" });
    expect(ended.headers.get("Location")).toBe(`/organisations/${KEY}/reviewers?ended=1`);
  });

  it("is not added for somebody without the role", async () => {
    const { app, cookie, marshLane } = await aManager();
    const request = aPost(
      `/organisations/${KEY}/reviewers/new`,
      { ...TYPED, person: marshLane.head.userId },
      cookie,
    );
    const answer = await askRoute(add, app, { request, params: { key: KEY } });
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ problems: [{ field: "person" }] });
  });

  it("prints its papers for managers and for the reviewer, and no others", async () => {
    const { print, mine } = await aManager();
    expect((await print("letter")).headers.get("Content-Type")).toBe("application/pdf");
    expect((await print("certificate", mine)).status).toBe(200);
    expect((await print("references")).status).toBe(404);
  });
});

describe("what is held about a reviewer", () => {
  it("is theirs to read, and theirs to change in part", async () => {
    const { app, mine, people } = await aManager();
    const { data } = await askRoute(own, app, aRequest("/visits/register", mine));
    expect(data).toMatchObject({ entries: [{ id: people.ruth.reviewer.id, offered: 2 }] });
    const post = (fields: Record<string, string>) =>
      askRoute(changeOwn, app, aPost("/visits/register", fields, mine));
    const reviewer = people.ruth.reviewer.id;
    expect((await post({ intent: "offer", reviewer, offered: "many" })).data).toMatchObject({
      typed: "many",
      problem: "Enter a number of visits from 0 to 12",
    });
    const saved = await post({ intent: "offer", reviewer, offered: "0" });
    expect(saved.headers.get("Location")).toBe("/visits/register?done=offer");
    const theirs = { intent: "declare-interests", reviewer: people.grace.reviewer.id };
    expect((await post(theirs)).status).toBe(404);
  });

  it("leaves the register itself to managers", async () => {
    const { app, mine } = await aManager();
    const request = aRequest(`/organisations/${KEY}/reviewers`, mine);
    const answer = await askRoute(register, app, { request, params: { key: KEY } });
    expect(answer.status).toBe(404);
  });
});
