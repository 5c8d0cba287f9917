import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { Request, RequestHandler, Response } from "express";
import type { App } from "~/platform/app.server";
import type { RequestContext } from "~/platform/load-context";

/** The built application, or how to get the current one under `npm run dev`. */
export type Build = ServerBuild | (() => Promise<ServerBuild>);

/** What loaders and actions are given, from what the earlier middleware left in `res.locals`. */
function contextOf(app: App, req: Request, res: Response): RequestContext {
  return {
    app,
    cspNonce: String(res.locals["cspNonce"]),
    requestId: String(res.locals["requestId"]),
    clientIp: req.ip ?? req.socket.remoteAddress ?? "unknown",
  };
}

/** Hands a request to Remix with our context. */
export function remixHandler(app: App, build: Build): RequestHandler {
  const handle = createRequestHandler({
    build,
    getLoadContext: (req, res) => contextOf(app, req, res),
  });
  return (req, res, next) => void handle(req, res, next);
}
