import type { LetterFrame } from "../compose-letter";
import type { Letter } from "../letter";
import type { MailData } from "../templates";
import { momentWords } from "./moment-words";

/** Gives a school's office the code with which its headteacher takes the school over. */
export function claimLetter(data: MailData<"claim-code">, frame: LetterFrame): Letter {
  const { schoolName, askedByName, code, path, expiresAt } = data;
  return {
    subject: `Code to start Inclusion Review for ${schoolName}`,
    heading: `A code for ${schoolName}`,
    greeting: `To the office of ${schoolName}`,
    blocks: [
      {
        kind: "paragraph",
        words: [
          { strong: askedByName },
          ` asks to start Inclusion Review for ${schoolName}. It is where schools look at their own inclusive practice. We send the code to the office, so that only the school can give it.`,
        ],
      },
      { kind: "code", text: code },
      {
        kind: "paragraph",
        words: `If ${askedByName} should have it, pass it on. It is entered on this page, and works once, until ${momentWords(expiresAt)}.`,
      },
      { kind: "button", label: "Enter the code", url: frame.origin + path },
      {
        kind: "paragraph",
        words: `If you do not know ${askedByName}, keep the code to yourself: without it nothing happens.`,
      },
    ],
    foot: [`You get this because this is the address of ${schoolName} in the national register.`],
  };
}
