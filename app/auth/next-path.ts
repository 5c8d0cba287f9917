/** Stands in for our own address while a path is resolved; nothing is ever sent to it. */
const SELF = "http://own.invalid";

/**
 * The path to go to after signing in, if it is one of ours; otherwise null. Whatever a browser would
 * resolve to another site (`//x`, `/\x`, `https:x`, a tab or line break hidden in it) is refused, and so is what
 * something on the way could read as that: the same with its escapes read.
 */
export function ownPath(next: string | null | undefined): string | null {
  if (!next?.startsWith("/") || next.length > 2000) return null;
  if (!URL.canParse(next, SELF)) return null;
  const url = new URL(next, SELF);
  if (url.origin !== SELF || url.pathname.startsWith("//") || !staysWhenRead(url)) return null;
  if (url.pathname === "/sign-in" || url.pathname === "/sign-out") return null;
  return url.pathname + url.search;
}

/** Whether the path, with escapes like `%2f` read, still is a path of ours. */
function staysWhenRead({ pathname }: URL): boolean {
  try {
    const read = new URL(decodeURIComponent(pathname), SELF);
    return read.origin === SELF && !read.pathname.startsWith("//");
  } catch {
    return false; // No escapes of ours.
  }
}

/** The sign-in address that brings the person back to `request`'s page. */
export function signInPath(request: Request, extra: Record<string, string> = {}): string {
  const url = new URL(request.url);
  const params = new URLSearchParams(extra);
  const next = ownPath(url.pathname + url.search);
  if (next !== null && next !== "/") params.set("next", next);
  const query = params.toString();
  return query === "" ? "/sign-in" : `/sign-in?${query}`;
}
