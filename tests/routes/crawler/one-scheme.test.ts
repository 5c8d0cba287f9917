import { beforeAll, describe, expect, it } from "vitest";
import { aRequest, aSession } from "~tests/support/accounts";
import { addressesOf } from "./addresses";
import { aSchool } from "~tests/support/factories/places";
import { aReturnBeside, type AskedSchool } from "./crawl-beside";
import { aCrawlWorld, type CrawlWorld } from "./crawl-world";
import { RULES } from "./expectations";
import { anInProcessApp, type InProcessApp } from "./in-process-app";

/** People of the health board, who see its scheme: one of them nothing else of the board's. */
const READERS = ["schemeOfficer", "healthManager"] as const;
type Reader = (typeof READERS)[number];

/** Searches and filters, which no route's pattern names. */
const SEARCHES = [
  "returns?search=Zqown",
  "returns?state=replied",
  "returns?state=submitted",
  "returns?state=not-invited",
  "schools?search=Zq",
  "schools?standing=invited",
  "schools?standing=expected",
  "schools?standing=joined",
].map((query) => `/organisations/nhs-weald/${query}`);

let world: CrawlWorld;
let served: InProcessApp;
/** Covered by the board as much as the first, and in no round of anybody's. */
let outside: AskedSchool;

beforeAll(async () => {
  world = await aCrawlWorld();
  served = await anInProcessApp(world.app);
  const { id, urn } = await aSchool(world.app, {
    name: "Zqoutside School",
    coveredBy: [world.organisations["nhs-weald"], world.organisations.wealdshire],
  });
  outside = { id, urn, head: world.schools.own.head };
}, 60_000);

/** Every page, list, export and search that opens for a reader, by address, without what is new at every asking. */
async function readBy(reader: Reader): Promise<Map<string, string>> {
  const cookie = await aSession(world.app, world.people[reader].userId);
  const paths = served.routes
    .filter(({ hasLoader, pattern }) => hasLoader && pattern.startsWith("organisations/"))
    .flatMap(({ pattern }) =>
      addressesOf(pattern, world)
        .filter(({ target }) => RULES[pattern]?.(reader, target) === "open")
        .map(({ path }) => path),
    );
  const read = new Map<string, string>();
  for (const path of [
    ...paths,
    ...SEARCHES,
    `/organisations/nhs-weald/schools/${outside.urn}`,
    "/",
  ]) {
    const { status, text } = await served.ask(aRequest(path, cookie));
    if (status === 200) read.set(path, steady(text));
  }
  return read;
}

/** Ids that a form makes for itself differ at every asking. */
const steady = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id");

const changed = (before: Map<string, string>, after: Map<string, string>) =>
  [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);

describe("what else is asked of the schools of a scheme", () => {
  it("changes no page, list, export, search or count of the board when it is their authority's", async () => {
    const before = new Map<Reader, Map<string, string>>();
    for (const reader of READERS) before.set(reader, await readBy(reader));
    await more("wealdshire", "inclusion-toolkit-2");
    for (const reader of READERS) {
      const known = before.get(reader) ?? new Map<string, string>();
      expect(known.size).toBeGreaterThan(20);
      expect(changed(known, await readBy(reader))).toEqual([]);
    }
  }, 120_000);

  it("changes none of an officer's of the scheme when it is the board's own, and some of its manager's", async () => {
    const officer = await readBy("schemeOfficer");
    const manager = await readBy("healthManager");
    await more("nhs-weald", "health-review-2");
    expect(changed(officer, await readBy("schemeOfficer"))).toEqual([]);
    expect(changed(manager, await readBy("healthManager")).length).toBeGreaterThan(2);
  }, 120_000);
});

/** One more questionnaire answered, asked about and replied to by the two schools that the board may know of. */
async function more(organisation: "wealdshire" | "nhs-weald", key: string): Promise<void> {
  const { app, schools, organisations } = world;
  const organisationId = organisations[organisation];
  for (const school of [schools.own, outside]) {
    const words = { asked: `Asked ${key} ${school.urn}`, written: `Written ${key} ${school.urn}` };
    const of = { organisationId, key: `${key}-${school.urn}`, school };
    await aReturnBeside(app, { ...of, ...words, state: "submitted" });
  }
}
