import type { Request } from "autocannon";
import { levelsPath, reviewPath, sectionPath } from "~/components/answering/review-path";
import { aSignedReturn } from "./bench-manager";
import type { Floor } from "./floor";
import { replyOf } from "./floor";
import type { Load, Measured } from "./measure";
import { autosaves, savesOfTen } from "./saves";
import type { Review, World } from "./world";

/** Something people do, measured through the service and through the bare server. */
export type Case = { name: string; service: Load; floor: Load; aim?: Aim };
export type Aim = { words: string; met: (pair: { service: Measured; floor: Measured }) => boolean };
type Servers = { world: World; service: string; floor: Floor };

const SECTION = "1";
const PAGE_AIM: Aim = {
  words: "250 requests/s",
  met: ({ service }) => service.requestsPerSecond >= 250,
};
const RETURN_AIM: Aim = {
  words: "under 50 ms at one connection",
  met: ({ service }) => service.connections > 1 || service.p50 < 50,
};
const LIST_AIM: Aim = {
  words: "under 100 ms at one connection",
  met: ({ service }) => service.connections > 1 || service.p50 < 100,
};
const AUTOSAVE_AIM: Aim = {
  words: "a third of the floor",
  met: ({ service, floor }) => service.requestsPerSecond >= floor.requestsPerSecond / 3,
};

/** Everything asked of the web server. */
export async function webCases(servers: Servers): Promise<Case[]> {
  const [first] = servers.world.inSections;
  if (first === undefined) throw new Error("There is no bench review");
  const section = { ...first, section: SECTION };
  return [
    await page(servers, { name: "Section of 12", path: sectionPath(section), aim: PAGE_AIM }),
    await page(servers, { name: "Levels of 12", path: levelsPath(section), aim: PAGE_AIM }),
    await page(servers, { name: "80 on one page", path: reviewPath(servers.world.onOnePage) }),
    await page(servers, { name: "80 to check", path: `${reviewPath(first)}/check` }),
    await signedReturn(servers),
    ...(await chasingLists(servers)),
    await autosave(servers),
    await saveOfTen(servers),
  ];
}

/** A signed return of the demonstration, with its questions and its reply, as a manager opens it. */
async function signedReturn(servers: Servers): Promise<Case> {
  const { path, cookie } = await aSignedReturn(servers.world.app);
  return page(servers, { name: "A return", path, cookie, aim: RETURN_AIM });
}

/** The 675 schools of Kent as officers follow them: the list under every filter, and whom to ring anywhere. */
async function chasingLists(servers: Servers): Promise<Case[]> {
  const { cookie } = await aSignedReturn(servers.world.app);
  const query =
    "district=all&state=not-started&phase=Primary&search=school&sort=activity&down=1&page=2";
  const list = `/organisations/kent/returns?${query}`;
  const aim = LIST_AIM;
  return [
    await page(servers, { name: "Chasing list, filtered", path: list, cookie, aim }),
    await page(servers, { name: "Ring these", path: "/organisations/kent?whose=all", cookie, aim }),
  ];
}

type Page = { name: string; path: string; cookie?: string; aim?: Aim };

async function page(servers: Servers, { name, path, cookie, aim }: Page): Promise<Case> {
  const { world, service, floor } = servers;
  const headers = { cookie: cookie ?? world.cookie };
  await keepReply(servers, { path, status: 200, init: { headers } });
  const requestOf = () => Promise.resolve({ method: "GET", path, headers });
  const load = { requestOf, status: 200 };
  return {
    name,
    aim,
    service: { ...load, origin: service },
    floor: { ...load, origin: floor.origin },
  };
}

async function autosave(servers: Servers): Promise<Case> {
  const pathOf = (review: Review) => `${reviewPath(review)}/answers`;
  const loads = await saving(servers, { pathOf, make: autosaves, status: 200 });
  return { name: "Autosave", aim: AUTOSAVE_AIM, ...loads };
}

async function saveOfTen(servers: Servers): Promise<Case> {
  const pathOf = (review: Review) => levelsPath({ ...review, section: SECTION });
  const loads = await saving(servers, { pathOf, make: savesOfTen, status: 302 });
  return { name: "Save of 10", ...loads };
}

type Saving = {
  pathOf: (review: Review) => string;
  make: typeof autosaves;
  status: number;
};

async function saving(servers: Servers, { pathOf, make, status }: Saving) {
  const { world, service, floor } = servers;
  const requestTo = (origin: string) => async (connection: number) => {
    const review = world.inSections[connection];
    if (review === undefined) throw new Error("More connections than reviews");
    return make({ world, origin, review, path: pathOf(review) });
  };
  for (const [index, review] of world.inSections.entries()) {
    const sample = await requestTo(service)(index);
    const { method, headers } = sample;
    const init = { method, headers, body: bodyOf(sample) };
    await keepReply(servers, { path: pathOf(review), status, init });
  }
  return {
    service: { origin: service, requestOf: requestTo(service), status },
    floor: { origin: floor.origin, requestOf: requestTo(floor.origin), status },
  };
}

const bodyOf = (request: Request): string | undefined => request.setupRequest?.(request).body;

type Asked = { path: string; status: number; init: RequestInit };

async function keepReply(
  { service, floor }: Servers,
  { path, status, init }: Asked,
): Promise<void> {
  const response = await fetch(service + path, { ...init, redirect: "manual" });
  if (response.status !== status) throw new Error(`${path} answers ${response.status}`);
  await floor.keep(await replyOf(`${init.method ?? "GET"} ${path}`, response));
}
