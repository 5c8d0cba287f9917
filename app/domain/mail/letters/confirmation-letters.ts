import { formatDate } from "~/domain/calendar/format";
import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter } from "../letter";
import type { MailData } from "../templates";

const FOOT =
  "You get this because you look after this in the school, or the school named this address for its lead.";

/** Tells a school that its status is confirmed, or that it was withdrawn and why. */
export function confirmationLetter(data: MailData<"confirmation">, frame: LetterFrame): Letter {
  const { schoolName, title, organisation, reason, path } = data;
  const until = formatDate(data.until);
  const url = frame.origin + path;
  const greeting = greetingOf(frame.recipientName);
  if (data.what === "withdrawn") {
    const subject = `${title}: the confirmation of ${schoolName} was withdrawn`;
    return {
      subject,
      heading: "The confirmation was withdrawn",
      greeting,
      blocks: [
        {
          kind: "paragraph",
          words: `${organisation} has withdrawn the confirmation of ${schoolName}, which ran until ${until}. The certificate no longer stands.`,
        },
        { kind: "paragraph", words: [{ strong: "Their reason:" }, ` ${reason}`] },
        { kind: "button", label: "See what was confirmed", url },
      ],
      foot: [FOOT],
    };
  }
  return {
    subject: `${title}: ${schoolName} is confirmed until ${until}`,
    heading: `Confirmed until ${until}`,
    greeting,
    blocks: [
      {
        kind: "paragraph",
        words: [
          `${organisation} has confirmed ${schoolName} for ${title}`,
          { strong: ` until ${until}` },
          data.what === "renewed" ? ". It goes on from the confirmation before." : ".",
        ],
      },
      {
        kind: "paragraph",
        words: "The certificate is a sealed PDF. It stands beside your signed copy.",
      },
      { kind: "button", label: "Get the certificate", url },
    ],
    foot: [FOOT],
  };
}

/** Reminds a school that its confirmation runs out. The link opens a page and changes nothing. */
export function renewalLetter(data: MailData<"renewal-due">, frame: LetterFrame): Letter {
  const { schoolName, title, organisation, path } = data;
  const until = formatDate(data.until);
  return {
    subject: `${title}: the confirmation of ${schoolName} runs out on ${until}`,
    heading: `Renew by ${until}`,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words: [
          `${organisation} confirmed ${schoolName} for ${title}`,
          { strong: ` until ${until}` },
          ". You can begin the next one now. Nothing is filled in for you, and what you wrote last time stands beside each point.",
        ],
      },
      {
        kind: "paragraph",
        words:
          "Renew before that day and no day is lost: the next confirmation goes on from the end of this one.",
      },
      { kind: "button", label: "See when to renew", url: frame.origin + path },
    ],
    foot: [FOOT],
  };
}
