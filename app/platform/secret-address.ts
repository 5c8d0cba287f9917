import type { HeadersFunction } from "@remix-run/node";

/**
 * The headers of a page whose address holds a secret: no page we link to learns more than where it came from. Not
 * `no-referrer`: without scripts a browser then names no origin when it sends the form, and we refuse the form. Keeps
 * what the route itself set.
 */
export const secretAddressHeaders: HeadersFunction = ({ loaderHeaders, actionHeaders }) => {
  const headers = new Headers({ "Referrer-Policy": "strict-origin" });
  for (const own of [loaderHeaders, actionHeaders]) {
    own.forEach((value, name) => {
      headers.set(name, value);
    });
  }
  return headers;
};
