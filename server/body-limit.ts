import type { RequestHandler } from "express";
import { plainPage } from "./plain-page";

const KILOBYTE = 1024;
/** Generous for the longest section; a form of 80 statements with full commentary is under half. */
export const FORM_LIMIT = 1024 * KILOBYTE;
/** A signed PDF with room for the rest of its form, on the verify page only. */
export const UPLOAD_LIMIT = (25 * 1024 + 64) * KILOBYTE;
/** A file of schools and one of links, of 60 MB each, from those who manage a register only. */
export const REGISTER_LIMIT = (120 * 1024 + 64) * KILOBYTE;
const REGISTER_FILES = /^\/organisations\/[^/]+\/schools\/import$/;

/** How many bytes a request to this path may carry. */
export function bodyLimitFor(path: string): number {
  if (REGISTER_FILES.test(path)) return REGISTER_LIMIT;
  return path === "/verify" || path === "/verify.data" ? UPLOAD_LIMIT : FORM_LIMIT;
}

/**
 * Refuses bodies that are too large (413) or do not say how large they are (411), before any byte
 * is read. Every browser says; Node's parser then holds the sender to what was said.
 */
export const bodyLimit: RequestHandler = (req, res, next) => {
  const length = req.get("content-length");
  if (req.get("transfer-encoding") !== undefined && length === undefined) {
    res
      .status(411)
      .type("html")
      .send(plainPage(NO_LENGTH))
      .once("finish", () => req.destroy());
    return;
  }
  if (Number(length ?? 0) > bodyLimitFor(req.path)) {
    res.set("Connection", "close").status(413).type("html").send(plainPage(TOO_LARGE));
    return;
  }
  next();
};

const NO_LENGTH = {
  title: "We could not read that",
  message: "The request did not say how long it is. Reload the page and send it again.",
};
const TOO_LARGE = {
  title: "That is too large",
  message: "A file may be up to 25 MB, and a page of answers up to 1 MB. Send something smaller.",
};
