import { beforeAll, describe, expect, it } from "vitest";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { contentOf } from "~tests/support/raw-database";
import { addressesOf, type Address } from "./addresses";
import {
  aCrawlWorld,
  marker,
  PLANTED,
  SCHOOLS,
  type CrawlWorld,
  type Planted,
} from "./crawl-world";
import { belongsTo, namesSchools, RULES } from "./expectations";
import type { Crawler, Verdict } from "./standing";
import {
  anInProcessApp,
  type Answered,
  type InProcessApp,
  type ServedRoute,
} from "./in-process-app";
import { maySee } from "./planted-words";

let world: CrawlWorld;
let served: InProcessApp;
const cookies = new Map<Crawler, string>([["signedOut", ""]]);
const counts = { pages: 0, data: 0, forms: 0 };
let leakCount = 0;

beforeAll(async () => {
  world = await aCrawlWorld();
  served = await anInProcessApp(world.app);
  await signEveryoneIn();
}, 60_000);

async function signEveryoneIn(): Promise<void> {
  for (const [crawler, { userId }] of Object.entries(world.people)) {
    if (isCrawler(crawler)) cookies.set(crawler, await aSession(world.app, userId));
  }
}

const isCrawler = (name: string): name is Crawler => name in world.people;

type Asked = { crawler: Crawler; route: ServedRoute; address: Address };

/** Every role at every address of every route. */
function everyAsk(wanted: (route: ServedRoute) => boolean): Asked[] {
  return served.routes
    .filter(wanted)
    .flatMap((route) =>
      addressesOf(route.pattern, world).flatMap((address) =>
        [...cookies.keys()].map((crawler) => ({ crawler, route, address })),
      ),
    );
}

const expected = ({ route, crawler, address }: Asked): Verdict | undefined =>
  RULES[route.pattern]?.(crawler, address.target);

/** The address at which Remix's script asks for what a page shows, without the page. */
const asData = (path: string): string => (path === "/" ? "/_root.data" : `${path}.data`);

/** Pages that never were, asked for once by each. */
const asked = new Map<string, Promise<Answered>>();

function get(crawler: Crawler, path: string): Promise<Answered> {
  const known = asked.get(`${crawler} ${path}`);
  if (known !== undefined) return known;
  counts[path.endsWith(".data") ? "data" : "pages"] += 1;
  const answer = served.ask(aRequest(path, cookies.get(crawler)));
  asked.set(`${crawler} ${path}`, answer);
  return answer;
}

type Posted = {
  path: string;
  form: Record<string, string>;
  known?: Map<string, Promise<Answered>>;
};

/** `known`: answers to forms that went nowhere, so that each is sent once. */
function post(crawler: Crawler, { path, form, known }: Posted): Promise<Answered> {
  const sent = `${crawler} ${path} ${Object.keys(form).length}`;
  const before = known?.get(sent);
  if (before !== undefined) return before;
  counts.forms += 1;
  const answer = served.ask(aPost(path, form, cookies.get(crawler)));
  known?.set(sent, answer);
  return answer;
}

/** Fields of every form at once, filled in as somebody would who means to get in. */
function plausibleForm(): Record<string, string> {
  const { visits, schools } = world;
  const { foreign } = schools;
  return {
    intent: "ready",
    key: "A1",
    level: "1",
    "A1.level": "1",
    "A1.base": "0",
    commentary: "Taken over",
    title: "Taken over",
    leadRole: "SENCO",
    term: "2026-27 Term 4",
    priority: "1",
    howWeWillKnow: "It is seen",
    version: "1",
    to: "done",
    action: foreign.action,
    actionId: foreign.action,
    job: foreign.reviews.signed,
    id: foreign.reviews.signed,
    visit: visits.foreign.closed ?? "",
    reason: "It was wrong in one place",
    declared: "yes",
    seen: "1",
    password: "slow green kettle",
    "section.A": foreign.coordinator.userId,
    A: foreign.coordinator.userId,
    phases: "P",
    types: "academy",
    revision: "1",
  };
}

/** An answer's text without what stands in the addresses compared, which it may repeat. */
function plain({ text }: Answered, paths: readonly string[]): string {
  const parts = paths
    .flatMap((path) => path.split("/"))
    .filter((part) => /\d{6}|nowhere|wealdshire|nhs-weald|northmoor/.test(part));
  return parts.reduce((left, part) => left.replaceAll(part, "…"), text);
}

/** The address that never was, of which this person may know as little. */
const twinOf = ({ crawler, address }: Asked): string =>
  belongsTo(crawler, address.target) ? address.twin : (address.farTwin ?? address.twin);

const shown = ({ crawler, address }: Asked) => `${crawler} ${address.path}`;

const plantedIn = ({ text }: Answered): string[] =>
  SCHOOLS.flatMap((school) => PLANTED.map((planted) => marker(school, planted))).filter((word) =>
    text.includes(word),
  );

/** Planted words in an answer that this person may not see. */
function leaksIn({ crawler, route }: Asked, { text, location }: Answered): string[] {
  const all = `${text} ${location}`.toLowerCase();
  return SCHOOLS.flatMap((school) =>
    PLANTED.filter((planted) => !maySee(crawler, school, planted))
      .filter((planted) => planted !== "name" || !namesSchools(route.pattern))
      .map((planted) => marker(school, planted))
      .filter((word) => all.includes(word.toLowerCase())),
  );
}

const isRedirect = (status: number) => status >= 300 && status < 400;

/** What is wrong with a status, or null. */
function statusFault(verdict: Verdict | undefined, { status, location }: Answered): string | null {
  const isToSignIn = isRedirect(status) && location.startsWith("/sign-in");
  switch (verdict) {
    case "open":
      return status < 500 && status !== 403 && !isToSignIn ? null : `open: ${status} ${location}`;
    case "known":
      return status === 403 ? null : `known: ${status}`;
    case "hidden":
      return status === 404 ? null : `hidden: ${status}`;
    case "sign-in":
      return isToSignIn || status === 401 ? null : `sign-in: ${status} ${location}`;
    case undefined:
      return "no rule";
  }
}

describe("the table of who may open what", () => {
  it("has a rule for every route of the service, and none for a route that is not there", () => {
    const patterns = served.routes.map(({ pattern }) => pattern);
    expect(patterns.length).toBeGreaterThan(30);
    expect(patterns.filter((pattern) => !(pattern in RULES))).toEqual([]);
    expect(Object.keys(RULES).filter((pattern) => !patterns.includes(pattern))).toEqual([]);
  });
});

describe.each([
  ["page", (path: string) => path],
  ["page's data", asData],
])("every role at every %s, with the ids of every school", (_, at) => {
  const found = noFaults();
  const opened = new Set<string>();
  const seen = new Set<string>();

  beforeAll(async () => {
    for (const asked of everyAsk(({ hasLoader }) => hasLoader)) {
      const answer = await get(asked.crawler, at(asked.address.path));
      const fault = statusFault(expected(asked), answer);
      if (fault !== null) found.faults.push(`${shown(asked)} ${fault}`);
      await look(asked, { answer, found, askTwin: () => get(asked.crawler, at(twinOf(asked))) });
      if (answer.status < 400) opened.add(asked.route.pattern);
      for (const word of plantedIn(answer)) seen.add(word);
    }
  }, 600_000);

  it("is answered as the table says", () => {
    expect(found.faults).toEqual([]);
  });

  it("shows no word to anyone who may not see it", () => {
    expect(found.leaks).toEqual([]);
  });

  it("answers for what is hidden as for what never was, word for word", () => {
    expect(found.told).toEqual([]);
  });

  it("opens each page for somebody, so that the crawl is not of closed doors", () => {
    const isNeverOpen =
      /^(\*|dev|mails|sign-|account\/(session|email\/stop)$|invitation|organisations\/:key\/(people\/:grant|letters\/:batch))|draft\.pdf$|(my-data|requests)\/file$/;
    const closed = served.routes.filter(
      ({ pattern, hasLoader }) => hasLoader && !opened.has(pattern) && !isNeverOpen.test(pattern),
    );
    expect(closed.map(({ pattern }) => pattern)).toEqual([]);
  });

  it("shows every word that is planted to somebody who may see it, so that none is planted where nobody looks", () => {
    // Nobody of the crawl visits the foreign school, and what was visited there is closed by the usual rule.
    const ofOwn: readonly Planted[] = ["notes", "writing", "answered", "whole", "figures", "board"];
    const words = PLANTED.flatMap((planted) => [
      marker("own", planted),
      ...(ofOwn.includes(planted) ? [] : [marker("foreign", planted)]),
    ]);
    expect(words.filter((word) => !seen.has(word))).toEqual([]);
  });
});

describe("every role at every form, with the ids of every school", () => {
  const found = noFaults();
  const bodies = () => [plausibleForm(), {}];
  const known = new Map<string, Promise<Answered>>();
  const inAddress = /^(schools|organisations|people|visits)\//;
  let before: Awaited<ReturnType<typeof contentOf>> = {};
  let after: Awaited<ReturnType<typeof contentOf>> = {};

  beforeAll(async () => {
    await signEveryoneIn();
    before = await contentOf(location());
    const asks = everyAsk(({ hasAction, pattern }) => hasAction && inAddress.test(pattern));
    for (const asked of asks.filter((one) => expected(one) !== "open")) {
      for (const form of bodies()) {
        const { path } = asked.address;
        const answer = await post(asked.crawler, { path, form });
        if (!isStopped(answer)) found.faults.push(`${shown(asked)} ${answer.status}`);
        await look(asked, {
          answer,
          found,
          askTwin: () => post(asked.crawler, { path: twinOf(asked), form, known }),
        });
      }
    }
    after = await contentOf(location());
  }, 600_000);

  it("stops whoever it is not for", () => {
    expect(found.faults).toEqual([]);
  });

  it("shows no word to anyone who may not see it", () => {
    expect(found.leaks).toEqual([]);
  });

  it("answers for what is hidden as for what never was, word for word", () => {
    expect(found.told).toEqual([]);
  });

  it("changes nothing", () => {
    // Text of a form that came without a session is kept for its person, and sessions note their last use.
    const ofSessions = /session|kept|half/;
    const changed = Object.keys(after).filter(
      (table) => !ofSessions.test(table) && after[table]?.hash !== before[table]?.hash,
    );
    expect(changed).toEqual([]);
  });
});

describe("forms that are somebody's own, filled with the ids of others", () => {
  const found = noFaults();
  let before: string[] = [];
  let after: string[] = [];

  beforeAll(async () => {
    before = await foreignPages();
    const asks = everyAsk(({ hasAction }) => hasAction);
    const own = asks.filter((one) => one.crawler !== "otherHead" && expected(one) === "open");
    for (const asked of own) {
      for (const form of [plausibleForm(), {}]) {
        const person = asked.crawler === "signedOut" ? undefined : world.people[asked.crawler];
        // A session of its own for each, since some of these forms end it.
        const cookie = person === undefined ? "" : await aSession(world.app, person.userId);
        const answer = await served.ask(aPost(asked.address.path, form, cookie));
        counts.forms += 1;
        if (answer.status >= 500) found.faults.push(`${shown(asked)} ${answer.status}`);
        noteLeaks(asked, answer, found);
      }
    }
    after = await foreignPages();
  }, 600_000);

  it("are answered without a fault", () => {
    expect(found.faults).toEqual([]);
  });

  it("show no word to anyone who may not see it", () => {
    expect(found.leaks).toEqual([]);
  });

  it("leave another school as it was", () => {
    expect(before.every((text) => text.includes(marker("foreign", "name")))).toBe(true);
    expect(after).toEqual(before);
  });

  it("were all asked", () => {
    const { routes } = served;
    const requests = counts.pages + counts.data + counts.forms;
    const kinds = `${counts.pages} pages, ${counts.data} as data, ${counts.forms} forms`;
    const line = `${routes.length} routes x ${cookies.size} roles = ${requests} requests (${kinds}), ${leakCount} leaks`;
    process.stdout.write(`${line}\n`);
    expect(requests).toBeGreaterThan(routes.length * cookies.size);
    expect(leakCount).toBe(0);
  });
});

const location = () => ({ url: world.app.config.databaseUrl, dataDir: world.app.config.dataDir });

/** What the other school's head sees of it. */
async function foreignPages(): Promise<string[]> {
  const { urn, reviews } = world.schools.foreign;
  const review = `/schools/${urn}/self-reviews/${reviews.draft}`;
  const cookie = await aSession(world.app, world.people.otherHead.userId);
  const texts: string[] = [];
  for (const path of [
    `/schools/${urn}`,
    `/schools/${urn}/actions`,
    review,
    `${review}/sections/A`,
  ]) {
    texts.push((await served.ask(aRequest(path, cookie))).text);
  }
  return texts;
}

type Found = { faults: string[]; leaks: string[]; told: string[] };
const noFaults = (): Found => ({ faults: [], leaks: [], told: [] });

function noteLeaks(asked: Asked, answer: Answered, found: Found): void {
  const leaks = leaksIn(asked, answer);
  leakCount += leaks.length;
  found.leaks.push(...leaks.map((word) => `${shown(asked)} ${word}`));
}

type Looking = { answer: Answered; found: Found; askTwin: () => Promise<Answered> };

/** Notes what an answer shows that it may not, or tells by differing from that for ids that never were. */
async function look(asked: Asked, { answer, found, askTwin }: Looking): Promise<void> {
  const { crawler, address } = asked;
  noteLeaks(asked, answer, found);
  if (expected(asked) !== "hidden") return;
  const twin = await askTwin();
  const paths = [address.path, twinOf(asked)];
  const isSame = plain(answer, paths) === plain(twin, paths);
  if (twin.status !== answer.status || !isSame) found.told.push(`${crawler} ${address.path}`);
}

/** Refused, or sent to sign in. */
function isStopped({ status, location: to }: Answered): boolean {
  return (status >= 400 && status < 500) || (isRedirect(status) && to.startsWith("/sign-in"));
}
