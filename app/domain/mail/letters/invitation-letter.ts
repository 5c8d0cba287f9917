import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter } from "../letter";
import type { MailData } from "../templates";
import { momentWords } from "./moment-words";

/** Asks someone to join a school or an organisation. */
export function invitationLetter(data: MailData<"invitation">, frame: LetterFrame): Letter {
  const { inviterName, placeName, roleName, path, expiresAt } = data;
  return {
    subject: `${inviterName} invites you to ${placeName}`,
    heading: `Join ${placeName} on Inclusion Review`,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words: [
          `${inviterName} asks you to join `,
          { strong: placeName },
          ` as ${roleName}. Inclusion Review is where schools look at their own inclusive practice, together.`,
        ],
      },
      { kind: "button", label: "See the invitation", url: frame.origin + path },
      {
        kind: "paragraph",
        words: `You decide on that page: opening it joins nothing. The link works once, until ${momentWords(expiresAt)}.`,
      },
      {
        kind: "paragraph",
        words: `If you do not know ${inviterName}, leave it: without you nothing happens.`,
      },
    ],
    foot: [`You get this because ${inviterName} wrote your address into an invitation.`],
  };
}
