import type { RequestHandler, Response } from "express";

/**
 * Pages are never stored by browser or proxy, and say how long the server took (`Server-Timing`).
 * Both are set at the last moment, so that a route may set its own `Cache-Control`.
 */
export const pageHeaders: RequestHandler = (_req, res, next) => {
  const started = performance.now();
  beforeHead(res, () => {
    if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", "no-store");
    res.setHeader("Server-Timing", `total;dur=${(performance.now() - started).toFixed(1)}`);
  });
  next();
};

function beforeHead(res: Response, set: () => void): void {
  res.writeHead = new Proxy(res.writeHead.bind(res), {
    apply(target, _self, args: Parameters<Response["writeHead"]>) {
      if (!res.headersSent) set();
      return Reflect.apply(target, res, args);
    },
  });
}
