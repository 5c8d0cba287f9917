import { formatDay } from "~/domain/calendar/format";
import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter, type Words } from "../letter";
import type { MailData } from "../templates";
import { momentWords } from "./moment-words";

/** Tells the school that its signed return has arrived, and by when whoever asked for it replies. */
export function returnReceivedLetter(
  data: MailData<"return-received">,
  frame: LetterFrame,
): Letter {
  const { schoolName, title, number, organisationName, signedAt, replyBy, path } = data;
  const reply: Words =
    replyBy === null
      ? `${organisationName} reads it and replies.`
      : [`${organisationName} reads it and replies by `, { strong: formatDay(replyBy) }, "."];
  return {
    subject: `Received: ${title}, ${schoolName}`,
    heading: `${organisationName} has received your return`,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      {
        kind: "paragraph",
        words: [
          { strong: `${title}, signed copy ${number}` },
          ` of ${schoolName} was signed at ${momentWords(signedAt)} and has arrived.`,
        ],
      },
      { kind: "paragraph", words: reply },
      { kind: "button", label: "See the signed copy", url: frame.origin + path },
    ],
    foot: [
      `You get this because you lead this self-review at ${schoolName}. There is nothing to do.`,
    ],
  };
}

type Step = MailData<"return-step">;

/** Tells one side what the other has written, and where it stands. The link opens a page and changes nothing. */
export function returnStepLetter(data: Step, frame: LetterFrame): Letter {
  const { subject, sentence, button, foot } = STEPS[data.what](data);
  return {
    subject,
    heading: subject,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      { kind: "paragraph", words: sentence },
      { kind: "button", label: button, url: frame.origin + data.path },
    ],
    foot: [foot],
  };
}

type Said = { subject: string; sentence: string; button: string; foot: string };

const STEPS: Record<Step["what"], (step: Step) => Said> = {
  question: ({ organisationName, schoolName, title, itemKey }) => ({
    subject: `${organisationName} has a question about ${title}`,
    sentence: `It is about ${aboutWords(itemKey)} of ${schoolName}. Anyone on your team may answer it. Your signed copy stays as it is.`,
    button: "Read the question",
    foot: `You get this because you lead this self-review at ${schoolName}.`,
  }),
  answered: ({ schoolName, title, itemKey }) => ({
    subject: `${schoolName} has answered your question`,
    sentence: `It was about ${aboutWords(itemKey)}, ${title}.`,
    button: "Read the answer",
    foot: "You get this because you asked.",
  }),
  replied: ({ organisationName, schoolName, title }) => ({
    subject: `${organisationName} has replied to ${title}`,
    sentence: `The reply to ${schoolName} says what they noticed, what they wondered, and what they can offer.`,
    button: "Read the reply",
    foot: `You get this because you lead this self-review at ${schoolName}.`,
  }),
};

const aboutWords = (itemKey: string | null): string =>
  itemKey === null ? "the whole return" : `statement ${itemKey}`;
