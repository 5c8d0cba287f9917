import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter } from "../letter";
import type { MailData } from "../templates";

/** The week's one mail: what waits for a person, place by place. */
export function digestLetter({ places, stopPath }: MailData<"digest">, frame: LetterFrame): Letter {
  const things = places.reduce((sum, { lines }) => sum + lines.length, 0);
  const heading = things === 1 ? "One thing waits for you" : `${things} things wait for you`;
  return {
    subject: `${heading} in Inclusion Review`,
    heading,
    greeting: greetingOf(frame.recipientName),
    blocks: [
      ...places.flatMap(({ name, lines }) => [
        { kind: "heading" as const, text: name },
        {
          kind: "list" as const,
          items: lines.map(({ text, path }) => ({ text, url: frame.origin + path })),
        },
      ]),
      { kind: "paragraph", words: "You will be asked to sign in. Opening a link changes nothing." },
    ],
    foot: [
      "One mail a week at most, only when something waits, and none in school holidays.",
      `You get this because you have a role at ${places.map(({ name }) => name).join(", ")}.`,
    ],
    stopUrl: frame.origin + stopPath,
  };
}
