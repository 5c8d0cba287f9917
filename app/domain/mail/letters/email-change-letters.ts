import { assertNever } from "~/domain/result";
import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter } from "../letter";
import type { Mail, MailData } from "../templates";
import { momentWords } from "./moment-words";

type EmailMail = Extract<Mail, { template: "email-change" | "email-change-asked" | "email-taken" }>;

const FOOT = ["You get this because it is about the safety of an account. It cannot be stopped."];

/** Mails about another e-mail address for an account: to the new one, to the old one, or to whoever has it. */
export function emailChangeLetter(mail: EmailMail, frame: LetterFrame): Letter {
  switch (mail.template) {
    case "email-change":
      return confirmLetter(mail.data, frame);
    case "email-change-asked":
      return askedLetter(mail.data, frame);
    case "email-taken":
      return takenLetter(mail.data, frame);
    default:
      return assertNever(mail);
  }
}

function confirmLetter(data: MailData<"email-change">, frame: LetterFrame): Letter {
  return {
    subject: "Confirm your new e-mail address for Inclusion Review",
    heading: "Confirm this e-mail address",
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words:
          "You asked to use this address for your account. Until you confirm it, the old one stays.",
      },
      { kind: "button", label: "See and confirm the change", url: frame.origin + data.path },
      {
        kind: "paragraph",
        words: `You will be asked to sign in, with your old address. The link works once, until ${momentWords(data.expiresAt)}. Opening it changes nothing.`,
      },
      { kind: "paragraph", words: "If you did not ask for this, leave it: nothing happens." },
    ],
    foot: FOOT,
  };
}

function askedLetter(data: MailData<"email-change-asked">, frame: LetterFrame): Letter {
  return {
    subject: "Someone asked to change your e-mail address for Inclusion Review",
    heading: "A new e-mail address was asked for",
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words: [
          `At ${momentWords(data.happenedAt)} someone signed in as you, gave your password or a code, and asked to change your address to `,
          { strong: data.newEmail },
          ". It changes when the link sent there is confirmed. Until then this address works.",
        ],
      },
      { kind: "paragraph", words: "If it was you, there is nothing to do here." },
      { kind: "button", label: "It was not me: stop the change", url: frame.origin + data.path },
      {
        kind: "paragraph",
        words:
          "Opening that page changes nothing; its button does. For three days after a change it also puts this address back.",
      },
    ],
    foot: FOOT,
  };
}

function takenLetter(data: MailData<"email-taken">, frame: LetterFrame): Letter {
  return {
    subject: "Your e-mail address was asked for in Inclusion Review",
    heading: "You have an account with this address already",
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words: `At ${momentWords(data.happenedAt)} someone asked to use this address for another account. It is the address of yours, so nothing was changed.`,
      },
      {
        kind: "paragraph",
        words:
          "If it was you, sign in with this address. If you have two accounts, ask your headteacher or your organisation to give both roles to one.",
      },
      { kind: "button", label: "Sign in", url: frame.origin + data.path },
      { kind: "paragraph", words: "If it was not you, leave it: your account is as it was." },
    ],
    foot: FOOT,
  };
}
