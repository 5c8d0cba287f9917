import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter } from "../letter";
import type { MailData } from "../templates";
import { momentWords } from "./moment-words";

/** Tells whoever else has a signed copy, or the record of a visit, that words were removed from it, and what to do with the old PDF. */
export function detailsRemovedLetter(
  data: MailData<"details-removed">,
  frame: LetterFrame,
): Letter {
  const { schoolName, title, number, byRole, removedAt, path } = data;
  const what = number === null ? "record of a visit" : "signed copy";
  const which = number === null ? "record of the visit" : `signed copy ${number}`;
  return {
    subject:
      number === null
        ? `Personal details removed from the record of a visit to ${schoolName}`
        : `Personal details removed from a signed copy of ${schoolName}`,
    heading: `Personal details were removed from a ${what}`,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words: [
          `At ${momentWords(removedAt)}, ${byRole} removed personal details from `,
          { strong: `${title}, ${which}, ${schoolName}` },
          ". Nothing else in it was changed, and nobody needs to sign again.",
        ],
      },
      {
        kind: "paragraph",
        words:
          "If you have downloaded or printed the PDF before, delete it and take the new one. The old one is now told as withdrawn by whoever checks it.",
      },
      {
        kind: "button",
        label: `Open the ${number === null ? "record" : what}`,
        url: frame.origin + path,
      },
    ],
    foot: [
      `You get this because the ${number === null ? "record" : what} is yours to read. It says nothing of what was removed.`,
    ],
  };
}
