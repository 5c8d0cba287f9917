/** Parts of the school navigation that exist. */
export type NavKey = "self-reviews" | "action-plan";

/**
 * What a route says about its page's frame: `export const handle = { nav: "self-reviews" } satisfies PageHandle`.
 * The deepest route that says something wins.
 */
export type PageHandle = { nav?: NavKey; wide?: boolean };

/**
 * The place a page belongs to. Any loader above or at the page may return it as `school`; the frame then heads
 * the navigation with it. `role` is the reader's role there, as shown: "SENCO".
 */
export type SchoolHeading = { urn: string; name: string; role: string | null };

/** A signed-in person as the frame shows them. */
export type ActorSummary = { name: string; role: string | null };

type Match = { handle: unknown; data: unknown };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function asSchoolHeading(value: unknown): SchoolHeading | null {
  if (!isRecord(value)) return null;
  const { urn, name, role } = value;
  if (typeof urn !== "string" || typeof name !== "string") return null;
  return { urn, name, role: typeof role === "string" ? role : null };
}

/** Reads the frame of the page from the matched routes, outermost first. */
export function frameOf(matches: readonly Match[]): PageHandle & { school: SchoolHeading | null } {
  const frame: PageHandle & { school: SchoolHeading | null } = { school: null };
  for (const { handle, data } of matches) {
    if (isRecord(handle)) {
      if (handle.nav === "self-reviews" || handle.nav === "action-plan") frame.nav = handle.nav;
      if (typeof handle.wide === "boolean") frame.wide = handle.wide;
    }
    if (isRecord(data)) frame.school = asSchoolHeading(data.school) ?? frame.school;
  }
  return frame;
}
