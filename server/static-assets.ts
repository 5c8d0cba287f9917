import type { Request, RequestHandler } from "express";
import type { Asset } from "./asset-store";

const FOR_EVER = "public, max-age=31536000, immutable";
const AN_HOUR = "public, max-age=3600";

function bestCopy(asset: Asset, req: Request): { body: Buffer; encoding?: string } {
  const accepted = req.acceptsEncodings();
  if (asset.br !== undefined && accepted.includes("br")) return { body: asset.br, encoding: "br" };
  if (asset.gzip !== undefined && accepted.includes("gzip")) {
    return { body: asset.gzip, encoding: "gzip" };
  }
  return { body: asset.identity };
}

/** Serves the browser build from memory, in the smallest copy the browser takes. */
export function staticAssets(assets: Map<string, Asset>): RequestHandler {
  return (req, res, next) => {
    const asset = assets.get(req.path);
    if (asset === undefined || !["GET", "HEAD"].includes(req.method)) {
      next();
      return;
    }
    const { body, encoding } = bestCopy(asset, req);
    res.set({
      "Content-Type": asset.type,
      "Cache-Control": asset.immutable ? FOR_EVER : AN_HOUR,
      ETag: asset.etag,
      Vary: "Accept-Encoding",
    });
    if (req.get("if-none-match")?.includes(asset.etag) === true) {
      res.status(304).end();
      return;
    }
    if (encoding !== undefined) res.set("Content-Encoding", encoding);
    res.set("Content-Length", String(body.length));
    res.end(req.method === "HEAD" ? undefined : body);
  };
}
