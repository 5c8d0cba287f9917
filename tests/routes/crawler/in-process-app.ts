import path from "node:path";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { UNSAFE_RouteConfigEntry as RouteEntry } from "@remix-run/dev";
import remixOptions from "../../../remix.config.js";
import { aContext } from "~tests/support/accounts";
import type { TestApp } from "~tests/support/test-app";

type Routes = ServerBuild["routes"];
type RouteModule = Routes[string]["module"];

const MODULES = import.meta.glob<RouteModule>(
  ["../../../app/root.tsx", "../../../app/routes/*.tsx"],
  { eager: true },
);
const moduleOf = (file: string): RouteModule => {
  const found = MODULES[`../../../app/${file}`];
  if (found === undefined) throw new Error(`${file} has no module`);
  return found;
};

/** A route as the service serves it. */
export type ServedRoute = {
  id: string;
  /** Its whole address: "schools/:urn/actions"; "" for the first page. */
  pattern: string;
  hasLoader: boolean;
  hasAction: boolean;
};

/** The routes of app/routes.ts, as Remix's own route configuration reads them. */
async function configuredRoutes(): Promise<Routes> {
  Object.assign(globalThis, { __remixAppDirectory: path.resolve("app") });
  const { default: configured } = await import("~/routes");
  const routes: Routes = { root: { id: "root", path: "", module: moduleOf("root.tsx") } };
  const add = (entries: RouteEntry[], parentId: string) => {
    for (const { file, path: address, index, children = [], ...entry } of entries) {
      const relative = file.replace(`${path.resolve("app")}/`, "");
      const id = entry.id ?? relative.replace(/\.tsx$/, "");
      routes[id] = { id, parentId, path: address, index, module: moduleOf(relative) };
      add(children, id);
    }
  };
  add(await configured, "root");
  return routes;
}

function patternOf(routes: Routes, id: string): string {
  const route = routes[id];
  if (route === undefined) return "";
  const above = route.parentId === undefined ? "" : patternOf(routes, route.parentId);
  return [above, route.path ?? ""].filter(Boolean).join("/");
}

export type Answered = { status: number; location: string; text: string };
export type InProcessApp = {
  routes: ServedRoute[];
  ask: (request: Request) => Promise<Answered>;
  /** The whole answer, to a request from an address of the caller's. */
  answer: (request: Request, address?: string) => Promise<Response>;
};

/** The whole application behind Remix's own request handler, without a server or a build. */
export async function anInProcessApp(app: TestApp): Promise<InProcessApp> {
  const routes = await configuredRoutes();
  const handle = createRequestHandler(
    buildOf(routes, await import("~/entry.server")),
    "production",
  );
  const served = Object.values(routes).filter(({ id }) => id !== "root");
  return {
    routes: served.map(({ id, module }) => ({
      id,
      pattern: patternOf(routes, id),
      hasLoader: module.loader !== undefined,
      hasAction: module.action !== undefined,
    })),
    answer: (request, address) => handle(request, aContext(app, address)),
    ask: async (request) => {
      const answer = await handle(request, aContext(app));
      const location = answer.headers.get("Location") ?? "";
      const status = answer.status === REDIRECT_AS_DATA && location !== "" ? 302 : answer.status;
      return { status, location, text: await answer.text() };
    },
  };
}

/** As what Remix sends a redirect to its own script, which would not see one that the browser follows. */
const REDIRECT_AS_DATA = 202;

const flags = remixOptions.future ?? {};
const FUTURE: ServerBuild["future"] = {
  v3_fetcherPersist: flags.v3_fetcherPersist === true,
  v3_relativeSplatPath: flags.v3_relativeSplatPath === true,
  v3_throwAbortReason: flags.v3_throwAbortReason === true,
  v3_lazyRouteDiscovery: flags.v3_lazyRouteDiscovery === true,
  v3_singleFetch: flags.v3_singleFetch === true,
};

function buildOf(routes: Routes, entry: ServerBuild["entry"]["module"]): ServerBuild {
  const manifest = Object.values(routes).map(({ module, ...route }) => ({
    ...route,
    hasAction: module.action !== undefined,
    hasLoader: module.loader !== undefined,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: module.ErrorBoundary !== undefined,
    module: `/assets/${route.id}.js`,
  }));
  return {
    mode: "production",
    entry: { module: entry },
    routes,
    assets: {
      entry: { imports: [], module: "/assets/entry.js" },
      routes: Object.fromEntries(manifest.map((route) => [route.id, route])),
      url: "/assets/manifest.js",
      version: "test",
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: FUTURE,
    isSpaMode: false,
  };
}
