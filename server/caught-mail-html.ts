import type { RequestHandler } from "express";
import type { App } from "~/platform/app.server";
import { viewCaughtMail } from "~/services/mail/view-caught-mails.server";

/** A mail brings its styles with it and may bring nothing else. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/** The HTML of a caught mail, under its own policy: our pages' would strip its look. */
export function caughtMailHtml(app: App): RequestHandler<{ id: string }> {
  return (req, res, next) => {
    viewCaughtMail(app, req.params.id).then(
      ({ html }) => {
        res.set({
          "Content-Security-Policy": POLICY,
          "X-Content-Type-Options": "nosniff",
          "Referrer-Policy": "no-referrer",
          "Cache-Control": "no-store",
        });
        res.type("html").send(html);
      },
      () => next(),
    );
  };
}
