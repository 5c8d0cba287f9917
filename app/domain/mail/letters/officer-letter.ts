import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter, type LetterBlock } from "../letter";
import type { MailData } from "../templates";

/** What an officer writes, by name, to a school. */
export function officerLetter(data: MailData<"letter">, frame: LetterFrame): Letter {
  const { subject, paragraphs, schoolName, path, from } = data;
  return {
    subject,
    heading: subject,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      ...paragraphs.map((words): LetterBlock => ({ kind: "paragraph", words })),
      { kind: "button", label: `Open ${schoolName}`, url: frame.origin + path },
      { kind: "paragraph", words: "You will be asked to sign in. Opening a link changes nothing." },
      { kind: "signature", lines: [from.name, from.title] },
    ],
    foot: [
      `You get this because you answer for ${schoolName}, or for its office.`,
      `${from.name} does not see your answers until they are signed.`,
    ],
    replyTo: { name: from.name, email: from.email },
  };
}
