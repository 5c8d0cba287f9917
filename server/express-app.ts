import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { App } from "~/platform/app.server";
import { publicError } from "~/platform/error-response.server";
import { catchesMail } from "~/platform/catches-mail.server";
import { bodyLimit } from "./body-limit";
import { caughtMailHtml } from "./caught-mail-html";
import { forwardedHeaders } from "./forwarded-headers";
import { healthRoutes, type Readiness } from "./health";
import { originCheck } from "./origin-check";
import { pageHeaders } from "./page-headers";
import { plainPage } from "./plain-page";
import { remixHandler, type Build } from "./remix-handler";
import { requestLog } from "./request-log";
import { requestShape } from "./request-shape";
import { securityHeaders } from "./security-headers";

type Parts = {
  app: App;
  build: Build;
  /** Serves the browser build: from memory, or through Vite under `npm run dev`. */
  assets: RequestHandler;
  readiness: Readiness;
  development: boolean;
};

/** The whole web server, in the order a request passes through it. */
export function createExpressApp({ app, build, assets, readiness, development }: Parts): Express {
  const web = express();
  web.disable("x-powered-by");
  web.disable("etag");
  web.set("trust proxy", app.config.trustProxy);
  web.use(healthRoutes(readiness));
  web.use(forwardedHeaders(app.config));
  if (catchesMail(app.config)) web.get("/dev/mails/:id/html", caughtMailHtml(app));
  web.use(securityHeaders(app.config, { development }));
  web.use(assets);
  web.use(requestLog(app));
  web.use(pageHeaders);
  web.use(originCheck(app.config));
  web.use(bodyLimit);
  web.use(requestShape);
  web.use(remixHandler(app, build));
  web.use(lastResort(app));
  return web;
}

/** Answers what failed outside a route, with the reference that stands in the log. */
function lastResort(app: App): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    const requestId = String(res.locals["requestId"]);
    app.log.error({ err: error, requestId }, "request failed outside a route");
    if (res.headersSent) {
      next(error);
      return;
    }
    const { status, title, message } = publicError(error, requestId);
    res
      .status(status)
      .type("html")
      .send(plainPage({ title, message: `${message} ${requestId}` }));
  };
}
