import type { RequestHandler } from "express";
import type { Config } from "~/platform/config.server";

/** Drops what only a proxy may say where no proxy is trusted, so that nobody can claim another host. */
export function forwardedHeaders({ trustProxy }: Pick<Config, "trustProxy">): RequestHandler {
  return (req, _res, next) => {
    if (trustProxy === false) {
      delete req.headers["x-forwarded-for"];
      delete req.headers["x-forwarded-host"];
      delete req.headers["x-forwarded-proto"];
      delete req.headers["forwarded"];
    }
    next();
  };
}
