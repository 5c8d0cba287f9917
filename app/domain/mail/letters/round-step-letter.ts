import { formatDay } from "~/domain/calendar/format";
import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter, type LetterBlock } from "../letter";
import type { RoundMail } from "../round-mails";
import type { MailData } from "../templates";

type Data = MailData<"round-step">;

/** Tells a school of a review round: that it is invited, may join, has more time, is taken out, or that it closed. */
export function roundStepLetter(data: Data, frame: LetterFrame): Letter {
  const { subject, says, label } = STEPS[data.what](data);
  return {
    subject,
    heading: subject,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      ...says.filter((text) => text !== "").map(paragraph),
      ...wordsOf(data),
      { kind: "button", label, url: frame.origin + data.path },
    ],
    foot: [
      `You get this because you are headteacher or coordinator at ${data.schoolName}. You will be asked to sign in.`,
    ],
  };
}

type Step = { subject: string; says: readonly string[]; label: string };

const STEPS: Record<RoundMail, (data: Data) => Step> = {
  invited: (data) => ({
    subject: `${data.schoolName} is invited to ${data.roundTitle}`,
    says: [
      `${data.organisationName} asks ${data.schoolName} to review itself with ${data.roundTitle}.`,
      data.opensOn === null ? "It is open now." : `It opens on ${formatDay(data.opensOn)}.`,
      deadlineWords(data),
    ],
    label: "See the self-review",
  }),
  "may-join": (data) => ({
    subject: `${data.schoolName} may join ${data.roundTitle}`,
    says: [
      `${data.organisationName} offers ${data.roundTitle} to ${data.schoolName}. Joining is up to you: you begin when you like, and nobody is late.`,
      data.opensOn === null ? "" : `It opens on ${formatDay(data.opensOn)}.`,
    ],
    label: "See what it asks, and join",
  }),
  extended: (data) => ({
    subject: `${data.schoolName} has more time for ${data.roundTitle}`,
    says: [
      `${data.organisationName} has given ${data.schoolName} more time for ${data.roundTitle}.`,
      deadlineWords(data),
    ],
    label: "Carry on",
  }),
  withdrawn: (data) => ({
    subject: `${data.schoolName} is no longer in ${data.roundTitle}`,
    says: [
      `${data.organisationName} has taken ${data.schoolName} out of ${data.roundTitle}. Nothing more is asked of you in it.`,
      "What you wrote stays yours: you can read and print it, and officers no longer read it.",
    ],
    label: "See what you have",
  }),
  closed: (data) => ({
    subject: `${data.roundTitle} has closed`,
    says: [
      `${data.organisationName} has closed ${data.roundTitle}. Nothing more can be answered or signed in it.`,
      "What is signed stands. What is not signed stays with your school to read and print.",
    ],
    label: "See what you have",
  }),
  reopened: (data) => ({
    subject: `${data.roundTitle} is open again`,
    says: [
      `${data.organisationName} has opened ${data.roundTitle} again. Everything is where it was, and you can carry on.`,
      deadlineWords(data),
    ],
    label: "Carry on",
  }),
};

const paragraph = (words: string): LetterBlock => ({ kind: "paragraph", words });

/** What the organisation wrote, paragraph by paragraph. */
function wordsOf({ words, what, organisationName }: Data): LetterBlock[] {
  const written = words.split(/\n\s*\n/).flatMap((text) => text.trim() || []);
  if (written.length === 0) return [];
  const isMessage = what === "invited" || what === "may-join";
  const intro = isMessage ? `From ${organisationName}:` : "The reason given:";
  return [{ kind: "heading", text: intro }, ...written.map(paragraph)];
}

function deadlineWords({ firstDeadline, finalDeadline }: Data): string {
  if (firstDeadline === null && finalDeadline === null) return "";
  if (firstDeadline === null || finalDeadline === null)
    return `The deadline is ${formatDay(firstDeadline ?? finalDeadline ?? "")}.`;
  return `The first deadline is ${formatDay(firstDeadline)}, the final deadline ${formatDay(finalDeadline)}.`;
}
