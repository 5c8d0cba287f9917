import type { RequestHandler } from "express";
import { plainPage } from "./plain-page";

type Asked = { method: string; url: string; contentType: string | undefined };
type Refusal = { status: 400 | 405 | 415; title: string; message: string };

/**
 * Why a request is none that our pages or scripts make; null when it may go on. A form is of the one kind that
 * its page posts, so that what reads it never meets a body it cannot read.
 */
export function refusalOf({ method, url, contentType }: Asked): Refusal | null {
  // Some programs ask for a whole address, as of a proxy; PostgreSQL holds no zero sign.
  if (!url.startsWith("/") || url.includes("%00")) return { status: 400, ...UNREADABLE };
  if (method === "GET" || method === "HEAD") return null;
  if (method !== "POST") return { status: 405, ...UNREADABLE };
  const kind = contentType?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return kindsFor(url).includes(kind) ? null : { status: 415, ...UNREADABLE };
}

/** Where a manager sends a spreadsheet of people. */
const PEOPLE_FILE = /^\/organisations\/[^/]+\/people\/import$/;
/** Where an officer sends a spreadsheet of help available. */
const SUPPORT_FILE = /^\/organisations\/[^/]+\/support\/import$/;
/** Where a manager sends the organisation's logo. */
const LOGO_FILE = /^\/organisations\/[^/]+\/settings\/logo$/;
/** Where a manager sends a register of schools. */
const REGISTER_FILES = /^\/organisations\/[^/]+\/schools\/import$/;
/** Where a manager sends a questionnaire: a new one, or the next version of one. */
const QUESTIONNAIRE_FILE = /^\/organisations\/[^/]+\/questionnaires\/[^/]+$/;
/** Where a device hands in notes. */
const NOTES = /^\/visits\/[^/]+\/notes\/deliver$/;
const FORM = "application/x-www-form-urlencoded";

/** The kinds of body that an address takes; `.data` is how Remix asks without leaving the page. */
function kindsFor(url: string): string[] {
  const path = (url.split("?", 1)[0] ?? "").replace(/\.data$/, "");
  // Mail programs may post either to end the weekly mail (RFC 8058).
  if (path === "/verify" || path === "/mails/stop") return [FORM, "multipart/form-data"];
  if (PEOPLE_FILE.test(path) || SUPPORT_FILE.test(path) || LOGO_FILE.test(path))
    return [FORM, "multipart/form-data"];
  if (REGISTER_FILES.test(path) || QUESTIONNAIRE_FILE.test(path))
    return [FORM, "multipart/form-data"];
  if (NOTES.test(path)) return ["application/json"];
  return path.endsWith("/answers") ? [FORM, "application/json"] : [FORM];
}

const UNREADABLE = {
  title: "We could not read that",
  message: "Go back, reload the page and send it again.",
};

/** Refuses what our pages never send, before anything reads it. */
export const requestShape: RequestHandler = (req, res, next) => {
  const { method, originalUrl: url } = req;
  const refusal = refusalOf({ method, url, contentType: req.get("content-type") });
  if (refusal === null) {
    next();
    return;
  }
  if (refusal.status === 405) res.set("Allow", "GET, HEAD, POST");
  // What is left of the body is not read.
  res.set("Connection", "close").status(refusal.status).type("html").send(plainPage(refusal));
};
