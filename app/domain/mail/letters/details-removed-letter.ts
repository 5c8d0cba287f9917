import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter } from "../letter";
import type { MailData } from "../templates";
import { momentWords } from "./moment-words";

/** Tells whoever else has a signed copy that words were removed from it, and what to do with the old PDF. */
export function detailsRemovedLetter(
  data: MailData<"details-removed">,
  frame: LetterFrame,
): Letter {
  const { schoolName, title, number, byRole, removedAt, path } = data;
  return {
    subject: `Personal details removed from a signed copy of ${schoolName}`,
    heading: "Personal details were removed from a signed copy",
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words: [
          `At ${momentWords(removedAt)}, ${byRole} removed personal details from `,
          { strong: `${title}, signed copy ${number}, ${schoolName}` },
          ". Nothing else in it was changed, and nobody needs to sign again.",
        ],
      },
      {
        kind: "paragraph",
        words:
          "If you have downloaded or printed the PDF before, delete it and take the new one. The old one is now told as withdrawn by whoever checks it.",
      },
      { kind: "button", label: "Open the signed copy", url: frame.origin + path },
    ],
    foot: [
      "You get this because the signed copy is yours to read. It says nothing of what was removed.",
    ],
  };
}
