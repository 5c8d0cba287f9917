import { createHash } from "node:crypto";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { App } from "~/platform/app.server";
import { networkOf } from "~/platform/network-of.server";

const WINDOW_SECONDS = 10 * 60;
const WRONG_PER_ACCOUNT = 5;
/** A school's staff share one address; a list of stolen passwords tried from one does not stop at thirty. */
const WRONG_PER_ADDRESS = 30;

type Limits = { account: RateLimiterMemory; address: RateLimiterMemory };
type Who = { account: string; address: string };

// Kept in memory by the machine's clock: a restart forgives, which costs an attacker more than it gives.
const made = new WeakMap<App, Limits>();

/**
 * Counts one attempt before the password is looked at, so that many sent at once cannot slip past.
 * False: this account or this address has to wait ten minutes, whatever the password.
 * `account` is the e-mail address as compared, known or not. An address that has to wait counts against no
 * account: it can neither lock people out nor fill the memory with accounts.
 */
export async function takeAttempt(app: App, who: Who): Promise<boolean> {
  const { account, address } = limitsOf(app);
  if (!(await take(address, networkOf(who.address)))) return false;
  return take(account, keyOf(who.account));
}

/** Takes an attempt back after a right password: only wrong ones count. */
export async function forgiveAttempt(app: App, who: Who): Promise<void> {
  const { account, address } = limitsOf(app);
  await Promise.all([account.delete(keyOf(who.account)), address.reward(networkOf(who.address))]);
}

function limitsOf(app: App): Limits {
  const limits = made.get(app) ?? {
    account: limiter(WRONG_PER_ACCOUNT),
    address: limiter(WRONG_PER_ADDRESS),
  };
  made.set(app, limits);
  return limits;
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({
    points,
    duration: WINDOW_SECONDS,
    blockDuration: WINDOW_SECONDS,
  });
}

async function take(limits: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limits.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return false; // The limiter rejects with a result, not an error, when nothing is left.
  }
}

/** Keys of one length, however long an address someone sends. */
function keyOf(account: string): string {
  return createHash("sha256").update(account).digest("base64");
}
