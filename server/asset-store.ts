import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** One file of the browser build with its smaller copies, made by `npm run build`. */
export type Asset = {
  type: string;
  etag: string;
  /** Its name carries a hash of its content, so a browser may keep it for ever. */
  immutable: boolean;
  identity: Buffer;
  br?: Buffer;
  gzip?: Buffer;
};

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join("/"));
}

/**
 * Reads the whole browser build into memory, by the path it is asked for. Only what was there at
 * start can be asked for, so no path of a request ever touches the disk.
 */
export function loadAssets(folder: string): Map<string, Asset> {
  const names = filesUnder(folder);
  const known = new Set(names);
  const read = (name: string) => readFileSync(path.join(folder, name));
  const assets = new Map<string, Asset>();
  for (const name of names.filter((each) => !/\.(br|gz)$/.test(each) && !each.startsWith("."))) {
    const identity = read(name);
    assets.set(`/${name}`, {
      type: TYPES[path.extname(name)] ?? "application/octet-stream",
      etag: `"${createHash("sha256").update(identity).digest("base64url").slice(0, 27)}"`,
      immutable: name.startsWith("assets/"),
      identity,
      ...(known.has(`${name}.br`) ? { br: read(`${name}.br`) } : {}),
      ...(known.has(`${name}.gz`) ? { gzip: read(`${name}.gz`) } : {}),
    });
  }
  return assets;
}
