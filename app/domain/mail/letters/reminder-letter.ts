import { daysBetween, type Day } from "~/domain/calendar/day";
import { formatDay, londonDate } from "~/domain/calendar/format";
import { paragraphsOf } from "~/domain/chasing/letter-words";
import type { LetterFrame } from "../compose-letter";
import { greetingOf, type Letter, type LetterBlock, type Words } from "../letter";
import type { MailData } from "../templates";

type Data = MailData<"reminder">;

/** Reminds of a deadline, from an officer by name (look/README.md section 8). */
export function reminderLetter(data: Data, frame: LetterFrame): Letter {
  const { title, schoolName, deadline, from, carryOn, note } = data;
  const today = londonDate(frame.now);
  const isPast = deadline < today;
  return {
    subject: `${title} ${isPast ? "was" : "is"} due on ${formatDay(deadline)}`,
    heading: headingOf(data),
    greeting: greetingOf(frame.recipientName),
    blocks: [
      { kind: "paragraph", words: standingWords(data, today) },
      ...leftBlocks(data),
      ...paragraphsOf(note).map((words) => ({ kind: "paragraph" as const, words })),
      { kind: "button", label: carryOn.label, url: frame.origin + carryOn.path },
      { kind: "paragraph", words: closingWords(isPast) },
      { kind: "signature", lines: [from.name, from.title] },
    ],
    foot: [
      `You get this because you answer for ${schoolName}. Nothing is sent in school holidays.`,
      `${from.name} does not see your answers until they are signed.`,
    ],
    replyTo: { name: from.name, email: from.email },
  };
}

/** An officer’s preview knows no counts: of a draft they see only its status (look/README.md section 8). */
function headingOf({ done, of, minutes }: Data): string {
  if (done === null) return "(How many statements are left)";
  const left = of - done;
  const count = left === 0 ? "Every statement is done" : `${left} ${statements(left)} left`;
  return minutes === null ? count : `${count}, about ${minutesWords(minutes)}`;
}

function standingWords(data: Data, today: Day): Words {
  const { schoolName, done, of, deadline, names, finalDeadline } = data;
  const count = done === null ? "(how many statements)" : `${done} of ${of} ${statements(of)}`;
  const start = [`${schoolName} has done `, { strong: count }, ". "] as const;
  const days = daysBetween(today, deadline);
  if (days < 0) return [...start, pastWords(data, today)];
  const after =
    finalDeadline === null
      ? "."
      : `. After that there is a final deadline on ${formatDay(finalDeadline)}.`;
  const day = { strong: formatDay(deadline) };
  return [...start, `${DEADLINE_WORDS[names]} is `, day, `, ${awayWords(days)}${after}`];
}

const DEADLINE_WORDS: Record<Data["names"], string> = {
  first: "The first deadline",
  final: "The final deadline",
  only: "The deadline",
};

/** Deadlines never lock: after the last one a school can still sign until the round closes. */
function pastWords({ deadline, finalDeadline }: Data, today: Day): string {
  const yesterday = daysBetween(deadline, today) === 1;
  const when = yesterday ? "yesterday" : `on ${formatDay(deadline)}`;
  const isOpen = finalDeadline !== null && today <= finalDeadline;
  const until = isOpen ? `you can sign until ${formatDay(finalDeadline)}.` : "you can still sign.";
  return `It was due ${when}. Nothing is lost: ${until}`;
}

function awayWords(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days % 7 !== 0) return `${days} days from today`;
  return days === 7 ? "one week from today" : `${days / 7} weeks from today`;
}

function leftBlocks({ left, minutes }: Data): LetterBlock[] {
  if (left.length === 0) return [];
  const about = minutes === null ? "" : `, about ${minutesWords(minutes)}`;
  return [
    { kind: "paragraph", words: `What is left${about}:` },
    { kind: "list", items: left.map((text) => ({ text })) },
  ];
}

function closingWords(isPast: boolean): string {
  const ask = isPast
    ? "If you need more time, reply to this e-mail and we will agree a new date."
    : "If you need more time, reply to this e-mail before the deadline and we will agree a new date.";
  return `You will be asked to sign in. ${ask}`;
}

const statements = (count: number): string => (count === 1 ? "statement" : "statements");
const minutesWords = (minutes: number): string =>
  `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
