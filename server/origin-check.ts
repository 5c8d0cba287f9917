import type { Request, RequestHandler } from "express";
import type { Config } from "~/platform/config.server";
import { plainPage } from "./plain-page";

type Sender = { origin: string | undefined; referer: string | undefined; host: string | undefined };
type Expected = Pick<Config, "origin" | "production">;

/**
 * Whether a form came from our own pages: the Origin header, or the Referer where a browser leaves
 * Origin out, must be the service's own address. Neither is a refusal. Outside production the
 * request's own host is taken too, so that `localhost` and `127.0.0.1` both work.
 */
export function isOwnOrigin(sender: Sender, expected: Expected): boolean {
  const claimed = sender.origin ?? sender.referer;
  if (claimed === undefined || !URL.canParse(claimed)) return false;
  const { origin, host } = new URL(claimed);
  if (origin === new URL(expected.origin).origin) return true;
  return !expected.production && host === sender.host;
}

function senderOf(req: Request): Sender {
  return { origin: req.get("origin"), referer: req.get("referer"), host: req.get("host") };
}

/**
 * Where a mail program ends the weekly mail for its reader (RFC 8058). It has no page of ours open and sends no Origin;
 * the secret in the address is the proof, no cookie counts there, and nothing else can be done with it.
 */
const ONE_CLICK_PATH = "/mails/stop";

/** Refuses with 403 whatever may change something and did not come from our own pages. */
export function originCheck(config: Expected): RequestHandler {
  return (req, res, next) => {
    const reads = req.method === "GET" || req.method === "HEAD";
    if (reads || req.path === ONE_CLICK_PATH || isOwnOrigin(senderOf(req), config)) {
      next();
      return;
    }
    const page = plainPage({
      title: "This form did not come from our page",
      message: "Open the page again from its own address, and send it from there.",
    });
    res.status(403).type("html").send(page);
  };
}
