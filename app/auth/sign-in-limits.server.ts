import { createHash } from "node:crypto";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { App } from "~/platform/app.server";
import { networkOf } from "~/platform/network-of.server";

/** What is tried: each has limits of its own. */
export type Door =
  | "password"
  | "second-factor"
  | "reset"
  | "reset-link"
  | "email-change"
  | "invitation"
  | "claim"
  | "claim-code"
  | "single-sign-on";

type Rule = { perAccount: number; perAddress: number; windowSeconds: number };

/**
 * A school's staff share one address; a list of stolen passwords tried from one does not stop at thirty. Of a
 * million codes three are right at a time. A reset sends mail to someone who may not have asked for it.
 */
const RULES: Record<Door, Rule> = {
  password: { perAccount: 5, perAddress: 30, windowSeconds: 600 },
  "second-factor": { perAccount: 5, perAddress: 30, windowSeconds: 600 },
  reset: { perAccount: 3, perAddress: 20, windowSeconds: 600 },
  "reset-link": { perAccount: 10, perAddress: 30, windowSeconds: 600 },
  // It sends mail to an address that somebody else may own.
  "email-change": { perAccount: 5, perAddress: 30, windowSeconds: 600 },
  // Codes asked for one school are counted in the database as well (app/domain/people/claim-code.ts).
  claim: { perAccount: 5, perAddress: 10, windowSeconds: 3600 },
  "claim-code": { perAccount: 10, perAddress: 30, windowSeconds: 600 },
  invitation: { perAccount: 10, perAddress: 30, windowSeconds: 600 },
  // No secret is tried by it; it only keeps one address from filling the table of ways begun.
  "single-sign-on": { perAccount: 300, perAddress: 300, windowSeconds: 600 },
};

type Limits = { account: RateLimiterMemory; address: RateLimiterMemory };
/** `account`: the e-mail address as compared, known or not, or a person's id. `address`: where a request came from. */
type Who = { account: string; address: string };

// Kept in memory by the machine's clock: a restart forgives, which costs an attacker more than it gives.
const made = new WeakMap<App, Record<Door, Limits>>();

/**
 * Counts one attempt before what was typed is looked at, so that many sent at once cannot slip past.
 * False: this account or this address has to wait, whatever was typed. An address that has to wait counts against
 * no account: it can neither lock people out nor fill the memory with accounts.
 */
export async function takeAttempt(app: App, who: Who, door: Door = "password"): Promise<boolean> {
  const { account, address } = limitsOf(app)[door];
  if (!(await take(address, networkOf(who.address)))) return false;
  return take(account, keyOf(who.account));
}

/** Takes an attempt back after a right answer: only wrong ones count. */
export async function forgiveAttempt(app: App, who: Who, door: Door = "password"): Promise<void> {
  const { account, address } = limitsOf(app)[door];
  await Promise.all([account.delete(keyOf(who.account)), address.reward(networkOf(who.address))]);
}

/** Whether the attempt just taken was the account's last for now. */
export async function wasLastAttempt(app: App, who: Who, door: Door): Promise<boolean> {
  const standing = await limitsOf(app)[door].account.get(keyOf(who.account));
  return standing?.consumedPoints === RULES[door].perAccount;
}

function limitsOf(app: App): Record<Door, Limits> {
  const limits = made.get(app) ?? {
    password: limitsBy(RULES.password),
    "second-factor": limitsBy(RULES["second-factor"]),
    reset: limitsBy(RULES.reset),
    "reset-link": limitsBy(RULES["reset-link"]),
    "email-change": limitsBy(RULES["email-change"]),
    invitation: limitsBy(RULES.invitation),
    claim: limitsBy(RULES.claim),
    "claim-code": limitsBy(RULES["claim-code"]),
    "single-sign-on": limitsBy(RULES["single-sign-on"]),
  };
  made.set(app, limits);
  return limits;
}

function limitsBy({ perAccount, perAddress, windowSeconds }: Rule): Limits {
  const window = { duration: windowSeconds, blockDuration: windowSeconds };
  return {
    account: new RateLimiterMemory({ points: perAccount, ...window }),
    address: new RateLimiterMemory({ points: perAddress, ...window }),
  };
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
