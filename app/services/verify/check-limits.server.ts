import { RateLimiterMemory } from "rate-limiter-flexible";
import type { App } from "~/platform/app.server";
import { networkOf } from "~/platform/network-of.server";

const WINDOW_SECONDS = 10 * 60;
export const CHECKS_PER_ADDRESS = 20;

// Kept in memory by the machine's clock, as sign-in's: a restart forgives.
const made = new WeakMap<App, RateLimiterMemory>();

/**
 * Counts one check from an address, before anything is read. The answer is how many seconds the caller has to
 * wait, 0 when it may go on.
 */
export async function takeCheck(app: App, address: string): Promise<number> {
  const limits =
    made.get(app) ??
    new RateLimiterMemory({ points: CHECKS_PER_ADDRESS, duration: WINDOW_SECONDS });
  made.set(app, limits);
  try {
    await limits.consume(networkOf(address));
    return 0;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return secondsIn(refusal);
  }
}

/** Files held in memory at one time: 300 MB at the most, and no caller may take all of it. */
const FILES_AT_ONCE = 12;
const FILES_AT_ONCE_PER_ADDRESS = 3;
/** Seconds to wait where all are taken. */
export const BUSY_SECONDS = 30;

const held = new WeakMap<App, string[]>();

/** Runs `work`, which holds one file in memory, unless as many as we bear are held already; then "busy". */
export async function holdingFile<T>(
  app: App,
  { address, work }: { address: string; work: () => Promise<T> },
): Promise<T | "busy"> {
  const caller = networkOf(address);
  const callers = held.get(app) ?? [];
  held.set(app, callers);
  const own = callers.filter((one) => one === caller).length;
  if (callers.length >= FILES_AT_ONCE || own >= FILES_AT_ONCE_PER_ADDRESS) return "busy";
  callers.push(caller);
  try {
    return await work();
  } finally {
    callers.splice(callers.indexOf(caller), 1);
  }
}

/** The limiter rejects with a result, not an error, when nothing is left. */
function secondsIn(refusal: unknown): number {
  const { msBeforeNext } = Object(refusal) as { msBeforeNext?: unknown };
  return typeof msBeforeNext === "number"
    ? Math.max(1, Math.ceil(msBeforeNext / 1000))
    : WINDOW_SECONDS;
}
