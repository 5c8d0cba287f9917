import { reviewPath, schoolPath, signedPath, type ReviewPlace } from "../signing/review-paths";
import { versionsPath } from "../history/versions-path";
import { visitPagePath, visitPath } from "../visits/visit-paths";
import type { Back } from "../page";

type At = { answer?: string; action?: string; copy?: number };

/** Where words are removed: of a self-review, or of the school's plan (`responseId` null). */
export function removeDetailsPath(
  { urn, responseId }: { urn: string; responseId: string | null },
  at: At = {},
): string {
  const base = responseId === null ? schoolPath(urn) : reviewPath({ urn, responseId });
  const query = new URLSearchParams(
    Object.entries(at).map(([name, value]) => [name, String(value)]),
  ).toString();
  return `${base}/remove-details${query === "" ? "" : `?${query}`}`;
}

/** The address of the page again, which then says what the removal did. */
export function donePath(asked: string, removalId: string): string {
  const { pathname, searchParams } = new URL(asked);
  searchParams.set("done", removalId);
  return `${pathname}?${searchParams.toString()}`;
}

/** The same of a visit. */
export const removeFromVisitPath = (visitId: string): string =>
  visitPagePath(visitId, "remove-details");

type Came = {
  urn: string;
  visitId: string | null;
  responseId: string | null;
  answerKey: string | null;
  actionId: string | null;
  copy: string | null;
  organisationKey: string | null;
};

/** Back to what the page was opened from. */
export function backFrom(came: Came): Back {
  const { urn, visitId, responseId, answerKey, actionId, copy, organisationKey } = came;
  if (visitId !== null) return { to: visitPath(visitId), label: "The visit" };
  if (actionId !== null || responseId === null) {
    return { to: `${schoolPath(urn)}/actions`, label: "Action plan" };
  }
  const place: ReviewPlace = { urn, responseId };
  if (organisationKey !== null) {
    return { to: `/organisations/${organisationKey}/returns/${responseId}`, label: "The return" };
  }
  if (answerKey !== null) {
    return { to: versionsPath({ urn, id: responseId, key: answerKey }), label: "Earlier versions" };
  }
  if (copy !== null) {
    return { to: signedPath(place, Number(copy)), label: `Signed copy ${copy}` };
  }
  return { to: reviewPath(place), label: "The self-review" };
}
