import { ownPath } from "./next-path";

/** Where somebody shows at their provider again who they are, for one of our own paths, and comes back to it. */
export function provePath(path: string): string {
  return `/account/prove?${new URLSearchParams({ for: path }).toString()}`;
}

/** What a proof for a path is good for: the page without its query. Null: the path is not one of ours. */
export function purposeOf(path: string | null | undefined): string | null {
  return ownPath(path)?.split("?", 1)[0] ?? null;
}
