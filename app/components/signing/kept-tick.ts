const TICKED = "declared";

/** The page to come back to from a provider, with the box as it was left. */
export const withTick = (path: string, declared: boolean): string =>
  declared ? `${path}?${TICKED}=yes` : path;

/** Whether the box was ticked before. No address alone ticks it: its reader has just come back from their provider. */
export function isTickKept(
  request: Request,
  view: { kind: string; ways?: { fresh: boolean } },
): boolean {
  return view.ways?.fresh === true && new URL(request.url).searchParams.has(TICKED);
}
