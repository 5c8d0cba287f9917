import { isIPv6 } from "node:net";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { App } from "~/platform/app.server";

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

/** The limiter rejects with a result, not an error, when nothing is left. */
function secondsIn(refusal: unknown): number {
  const { msBeforeNext } = Object(refusal) as { msBeforeNext?: unknown };
  return typeof msBeforeNext === "number"
    ? Math.max(1, Math.ceil(msBeforeNext / 1000))
    : WINDOW_SECONDS;
}

/** An IPv4 address as it is; of an IPv6 address its /64, since one caller is given all of that. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [before = "", after] = address.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const missing = Array.from({ length: 8 - head.length - tail.length }, () => "0");
  const groups = after === undefined ? head : [...head, ...missing, ...tail];
  return groups.slice(0, 4).join(":");
}
