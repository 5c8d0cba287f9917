import type { LikelyName } from "~/domain/people/names-guard";
import { findUpn } from "~/domain/people/upn";
import { namesProblems } from "./asked-names";
import type { ModeratedView } from "./states";

/** A view of one focus key, with why. Where nothing was said it is "not looked at". */
export type View = { view: ModeratedView; reason: string };

/** Signs in a reason for a view. */
export const LONGEST_REASON = 160;

/**
 * A reason is asked for where the view differs from the level the school chose: not for "about there", nor for what
 * was not looked at (look/README.md section 5, Filing and combining).
 */
export const needsReason = (view: ModeratedView): boolean =>
  view === "further-on" || view === "not-there-yet";

export type ViewProblem =
  | { key: string; code: "reason-missing" | "reason-too-long" | "upn" }
  | { key: string; code: "names"; names: readonly LikelyName[] };

/** What keeps a set of views from being given or agreed, by focus key. */
export function checkViews(views: ReadonlyMap<string, View>): ViewProblem[] {
  return [...views].flatMap(([key, { view, reason }]): ViewProblem[] => {
    if (needsReason(view) && reason.trim() === "") return [{ key, code: "reason-missing" }];
    if (reason.length > LONGEST_REASON) return [{ key, code: "reason-too-long" }];
    return findUpn(reason).length > 0 ? [{ key, code: "upn" }] : [];
  });
}

/** Asks about reasons that may name a child. `before`: the reasons as they stand. */
export function namesInViews(
  views: ReadonlyMap<string, View>,
  { before, namesConfirmed }: { before: ReadonlyMap<string, string>; namesConfirmed: boolean },
): ViewProblem[] {
  const reasons = [...views].map(([key, { reason }]) => [key, reason] as const);
  const asking = { before: Object.fromEntries(before), namesConfirmed };
  return namesProblems(Object.fromEntries(reasons), asking).map(({ field: key, code, names }) => ({
    key,
    code,
    names,
  }));
}

/**
 * What two reviewers' views have in common, to start the agreed one from: the same view, or the view of the one who
 * looked. Null where they differ, so that they talk before they choose.
 */
export function commonView(one: ModeratedView, other: ModeratedView): ModeratedView | null {
  if (one === other) return one;
  if (one === "not-looked-at") return other;
  return other === "not-looked-at" ? one : null;
}
