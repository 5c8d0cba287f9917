import { ok, refused, type Result } from "~/domain/result";
import type { VersionState } from "./version-states";

export const VERSION_EVENTS = ["publish", "retire"] as const;
export type VersionEvent = (typeof VERSION_EVENTS)[number];

/** draft, then published, then retired; nothing goes back (design.md section 4, Version). */
const MOVES = {
  draft: { publish: "published" },
  published: { retire: "retired" },
  retired: {},
} as const satisfies Record<VersionState, Partial<Record<VersionEvent, VersionState>>>;

/** Where a version goes on an event, or `cannot` with both names. Publishing freezes its content for ever. */
export function transitionVersion(
  state: VersionState,
  event: VersionEvent,
): Result<VersionState, { code: "cannot"; state: VersionState; event: VersionEvent }> {
  const moves: Partial<Record<VersionEvent, VersionState>> = MOVES[state];
  const next = moves[event];
  return next === undefined ? refused({ code: "cannot", state, event }) : ok(next);
}
