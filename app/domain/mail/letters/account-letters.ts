import { assertNever } from "~/domain/result";
import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter } from "../letter";
import type { Mail, MailData, WARNING_REASONS } from "../templates";
import { momentWords } from "./moment-words";

type AccountMail = Extract<
  Mail,
  { template: "password-reset" | "sign-in-warning" | "password-changed" }
>;

const FOOT = ["You get this because it is about the safety of your account. It cannot be stopped."];

/** Mails about somebody's own account. */
export function accountLetter(mail: AccountMail, frame: LetterFrame): Letter {
  switch (mail.template) {
    case "password-reset":
      return resetLetter(mail.data, frame);
    case "sign-in-warning":
      return warningLetter(mail.data, frame);
    case "password-changed":
      return changedLetter(mail.data, frame);
    default:
      return assertNever(mail);
  }
}

function resetLetter(data: MailData<"password-reset">, frame: LetterFrame): Letter {
  return {
    subject: "Choose a new password for Inclusion Review",
    heading: "Choose a new password",
    greeting: greetingOf(frame.recipientName),
    blocks: [
      { kind: "paragraph", words: "Someone asked for a link to set the password of your account." },
      { kind: "button", label: "Choose a new password", url: frame.origin + data.path },
      {
        kind: "paragraph",
        words: `The link works once, until ${momentWords(data.expiresAt)}. Opening it changes nothing.`,
      },
      {
        kind: "paragraph",
        words: "If it was not you, leave it: nothing changes.",
      },
    ],
    foot: FOOT,
  };
}

function changedLetter(data: MailData<"password-changed">, frame: LetterFrame): Letter {
  return {
    subject: "Your password for Inclusion Review was changed",
    heading: "Your password was changed",
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words: `Your password was changed at ${momentWords(data.happenedAt)}. If it was you, there is nothing to do.`,
      },
      { kind: "button", label: NOT_YOU, url: frame.origin + data.path },
    ],
    foot: FOOT,
  };
}

/** `words` go on with the moment; `then` and `way` say what follows, where there is something to do. */
type Warning = { heading: string; words: string; then?: string; way?: string };

const WARNINGS: Record<(typeof WARNING_REASONS)[number], Warning> = {
  "new-browser": {
    heading: "A new browser signed in",
    words: "A browser that we do not know signed in to your account",
  },
  "many-tries": {
    heading: "Someone tried several times to sign in",
    words: "Someone tried several times to sign in to your account and did not get in. It was",
  },
  "second-factor-added": {
    heading: "An authenticator app was added",
    words: "An authenticator app was added to your account",
  },
  "second-factor-removed": {
    heading: "Your authenticator app was removed",
    words: "The authenticator app was removed from your account",
  },
  "second-factor-reset": {
    heading: "Your lost authenticator app was taken away",
    words: "Someone who manages your school or organisation took your authenticator app away",
    then: "You are signed out everywhere. Sign in with your password, then set up a new app on your account page. If you did not ask for this, tell them.",
    way: "Go to your account",
  },
  "recovery-code-used": {
    heading: "A recovery code was used",
    words: "One of your recovery codes was used to sign in",
  },
  "email-changed": {
    heading: "Your e-mail address was changed",
    words: "The e-mail address of your account was changed",
  },
  "email-change-undone": {
    heading: "Your earlier e-mail address is back",
    words: "The earlier e-mail address of your account was put back by the link we sent to it",
  },
  "single-sign-on-linked": {
    heading: "Single sign-on was linked to your account",
    words: "Another way to sign in was linked to your account",
  },
  "single-sign-on-unlinked": {
    heading: "Single sign-on was disconnected from your account",
    words: "A way to sign in was disconnected from your account",
  },
  "password-added": {
    heading: "Your account has a password now",
    words: "A password was set for your account, which had none,",
  },
};

function warningLetter(data: MailData<"sign-in-warning">, frame: LetterFrame): Letter {
  const { heading, words, then = NOTHING_TO_DO, way = NOT_YOU } = WARNINGS[data.reason];
  return {
    subject: `Inclusion Review: ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`,
    heading,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words: `${words} at ${momentWords(data.happenedAt)}. ${then}`,
      },
      { kind: "button", label: way, url: frame.origin + data.path },
    ],
    foot: FOOT,
  };
}

const NOTHING_TO_DO = "If it was you, there is nothing to do.";
const NOT_YOU = "It was not me";
