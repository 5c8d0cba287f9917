import { formatDate } from "~/domain/calendar/format";
import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter } from "../letter";
import type { MailData } from "../templates";

/** Tells a school 30 days before what of its own goes, and how to keep it. */
export function selfReviewsGoingLetter(
  { schoolName, titles, goesOn, path }: MailData<"self-reviews-going">,
  frame: LetterFrame,
): Letter {
  const count = titles.length === 1 ? "One self-review" : `${titles.length} self-reviews`;
  return {
    subject: `${count} of ${schoolName} will be deleted on ${formatDate(goesOn)}`,
    heading: `${count} will be deleted on ${formatDate(goesOn)}`,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words: `${schoolName} chose how long its own self-reviews are kept. None of these was ever signed, and nobody has touched them for that long:`,
      },
      { kind: "list", items: titles.map((text) => ({ text })) },
      {
        kind: "paragraph",
        words:
          "Print what you want to have on paper. To keep one, write in it; to keep them all, choose so on the page below. Signed copies stay, whatever you choose.",
      },
      { kind: "button", label: "See what will go, or keep it", url: frame.origin + path },
    ],
    foot: ["You get this because you lead or coordinate at this school. It cannot be stopped."],
  };
}

/** Tells somebody with no role left that their account goes in 30 days. */
export function accountGoingLetter(
  { goesOn, path }: MailData<"account-going">,
  frame: LetterFrame,
): Letter {
  return {
    subject: `Your account for Inclusion Review will be erased on ${formatDate(goesOn)}`,
    heading: `Your account will be erased on ${formatDate(goesOn)}`,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words:
          "You have had no role at a school or organisation for a long time, so we are about to forget your account. There is nothing to do.",
      },
      {
        kind: "paragraph",
        words:
          "Until then you can sign in and take a copy of what is held about you. If you get a role again before that day, your account stays.",
      },
      { kind: "button", label: "Take a copy of your data", url: frame.origin + path },
    ],
    foot: ["You get this because it is about your account. It cannot be stopped."],
  };
}
