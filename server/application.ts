import { existsSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { z } from "~/domain/zod";
import { loadAssets } from "./asset-store";
import type { Build } from "./remix-handler";
import { staticAssets } from "./static-assets";

/** The application and its browser files, built or under Vite. */
export type Application = { build: Build; assets: RequestHandler; close: () => Promise<void> };

const BuildShape = z.custom<ServerBuild>(
  (value) => typeof value === "object" && value !== null && "entry" in value && "routes" in value,
);

/** What `npm run build` made. Throws where it has not been made. */
export async function builtApplication(): Promise<Application> {
  const entry = path.resolve("build/server/index.js");
  if (!existsSync(entry)) throw new Error("There is no build yet: run `npm run build` first.");
  const build = BuildShape.parse(await import(pathToFileURL(entry).href));
  const assets = staticAssets(loadAssets(path.resolve("build/client")));
  return { build, assets, close: () => Promise.resolve() };
}

/** The sources through Vite, compiled when asked for and reloaded when they change. */
export async function developmentApplication(server: Server): Promise<Application> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    build: async () => BuildShape.parse(await vite.ssrLoadModule("virtual:remix/server-build")),
    assets: vite.middlewares,
    close: () => vite.close(),
  };
}
