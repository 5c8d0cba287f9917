import type { SingleSignOnProblem } from "~/domain/account/single-sign-on";

type Words = { status: number; title: string; text: string };

/** What to say where a way through a provider did not lead in. `name`: what the provider is called. */
export function singleSignOnWords(problem: SingleSignOnProblem, name: string): Words {
  return WORDS[problem](name);
}

const WORDS: Record<SingleSignOnProblem, (name: string) => Words> = {
  "unknown-provider": () => ({
    status: 404,
    title: "You cannot sign in this way here",
    text: "Check the address, or sign in with your e-mail address and password.",
  }),
  away: (name) => ({
    status: 503,
    title: `${name} does not answer`,
    text: "Try again in a few minutes. If you have a password here, you can sign in with that now.",
  }),
  cancelled: (name) => ({
    status: 403,
    title: "You did not go on",
    text: `${name} told us that you stopped, or that it may not let you in. Nothing was changed.`,
  }),
  expired: () => ({
    status: 410,
    title: "Start again",
    text: "That took longer than 10 minutes, was used before, or began in another browser. Nothing was changed.",
  }),
  untrusted: (name) => ({
    status: 403,
    title: `We could not check what ${name} told us`,
    text: "Start again. If it happens again, tell whoever runs this service.",
  }),
  "wrong-organisation": (name) => ({
    status: 403,
    title: "That account is of another school or organisation",
    text: `Sign out at ${name}, start again, and choose your work account there.`,
  }),
  closed: () => ({
    status: 403,
    title: "Your account here is closed",
    text: "Ask your headteacher, or whoever invited you, to open it again.",
  }),
  "other-account": (name) => ({
    status: 403,
    title: "That is another account",
    text: `Sign out at ${name}, start again, and choose the account that is connected to yours here.`,
  }),
  taken: () => ({
    status: 409,
    title: "That account opens another account here",
    text: "Sign in to that other account and disconnect it there first. Nothing was changed.",
  }),
  "already-connected": () => ({
    status: 409,
    title: "That is connected already",
    text: "You can see your connected accounts under your account.",
  }),
  "not-fresh": (name) => ({
    status: 403,
    title: `${name} did not ask you again who you are`,
    text: "Sign out there and start again, or use your password or your authenticator app.",
  }),
  "signed-out": () => ({
    status: 403,
    title: "You are no longer signed in here",
    text: "Sign in again, then start once more. Nothing was changed.",
  }),
  "invitation-gone": () => ({
    status: 410,
    title: "That invitation no longer works",
    text: "Ask whoever invited you to send it again.",
  }),
  "too-many": () => ({
    status: 429,
    title: "You have tried several times",
    text: "Wait 10 minutes, then try again.",
  }),
};

const CHANGE_WORDS = {
  "only-way": "This is the only way into your account, so it stays. Connect another one first",
  "already-connected": "That is connected already",
  taken: "That account opens another account here. Disconnect it there first",
  gone: "Nothing waits any more. Start again with the button of that provider",
  "sign-in-again": "Sign out, then sign in again within 15 minutes, and connect it after that",
  away: "The provider does not answer. Try again in a few minutes",
  "unknown-provider": "You cannot connect that here",
} as const;

export type WayProblem = keyof typeof CHANGE_WORDS;

/** What to say where a way of signing in was not changed. */
export function changeWords(problem: WayProblem): string {
  return CHANGE_WORDS[problem];
}

export const isWayProblem = (problem: string): problem is WayProblem => problem in CHANGE_WORDS;
