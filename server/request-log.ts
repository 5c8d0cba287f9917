import type { RequestHandler } from "express";
import type { App } from "~/platform/app.server";
import { loggablePath } from "~/platform/log.server";

const SAFE_ID = /^[\w-]{8,64}$/;

/**
 * Gives every request an id (the proxy's, where one is trusted), and writes one line when it is
 * answered: method, path without query, status, milliseconds. Nothing else of the request is logged.
 */
export function requestLog(app: App): RequestHandler {
  return (req, res, next) => {
    const given = app.config.trustProxy === false ? undefined : req.get("x-request-id");
    const requestId = given !== undefined && SAFE_ID.test(given) ? given : app.newId();
    res.locals["requestId"] = requestId;
    res.set("X-Request-Id", requestId);
    const started = performance.now();
    res.once("close", () => {
      const line = {
        requestId,
        method: req.method,
        path: loggablePath(req.originalUrl),
        status: res.statusCode,
        ms: Math.round(performance.now() - started),
        ...(res.writableFinished ? {} : { cutOff: true }),
      };
      app.log.info(line, "request");
    });
    next();
  };
}
