import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter, type LetterBlock } from "../letter";
import type { MailData } from "../templates";
import type { VisitMail } from "../visit-mails";
import { stepWords, visitWhen } from "./visit-step-words";

/** Tells one party of a visit what has happened and what is next. The link opens a page and changes nothing. */
export function visitStepLetter(data: MailData<"visit-step">, frame: LetterFrame): Letter {
  const { subject, sentences, button } = stepWords(data);
  const paragraphs = sentences.map((words): LetterBlock => ({ kind: "paragraph", words }));
  return {
    subject,
    heading: subject,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      ...paragraphs,
      ...saidBlocks(data),
      ...dayBlocks(data),
      { kind: "button", label: button, url: frame.origin + data.path },
    ],
    foot: ["You get this because you take part in this visit or look after it."],
  };
}

function saidBlocks({ who, words }: MailData<"visit-step">): LetterBlock[] {
  if (words === "") return [];
  const wrote = who === "" ? "In their words:" : `${who} writes:`;
  return [{ kind: "paragraph", words: [{ strong: wrote }, ` ${words}`] }];
}

const TOLD: readonly VisitMail[] = [
  "day-agreed",
  "day-proposed",
  "postponed",
  "cancelled",
  "you-stepped-back",
];

/** Where the day stands, unless the mail is about the day itself or there is none any more. */
function dayBlocks(data: MailData<"visit-step">): LetterBlock[] {
  const isTold = TOLD.includes(data.what);
  if (isTold || data.visitOn === null) return [];
  return [{ kind: "paragraph", words: ["The day: ", { strong: visitWhen(data) }, "."] }];
}
