import { formatDay } from "~/domain/calendar/format";
import type { VisitMail } from "../visit-mails";
import type { MailData } from "../templates";

type Data = MailData<"visit-step">;

/** What one kind of mail says: its subject, its sentences, and the name of the page it leads to. */
export type StepWords = { subject: string; sentences: readonly string[]; button: string };

/** "Thursday 4 February, 09:00 to 15:30". */
export function visitWhen({ visitOn, startsAt, endsAt }: Data): string {
  if (visitOn === null) return "a day that is not agreed yet";
  const hours = startsAt === null || endsAt === null ? "" : `, ${startsAt} to ${endsAt}`;
  return `${formatDay(visitOn)}${hours}`;
}

const before = ({ by }: Data): string => (by === null ? "" : ` by ${formatDay(by)}`);
const dayOf = ({ visitOn }: Data): string => (visitOn === null ? "" : ` on ${formatDay(visitOn)}`);
const whoOr = ({ who }: Data, other: string): string => (who === "" ? other : who);

/** Before the visit: who comes, when, and what they look at. */
const BEFORE = {
  "invited-host": (data) => ({
    subject: `A peer moderation visit to ${data.schoolName} is proposed`,
    sentences: [
      "Two leaders of other schools would like to visit and look, with you, at what your school says in its self-review. You choose what they look at, and the school owns the record.",
      `Say yes, or ask once for another pair without giving a reason${before(data)}.`,
    ],
    button: "See who would come",
  }),
  "invited-reviewer": (data) => ({
    subject: `You are asked to visit ${data.schoolName}`,
    sentences: [
      `You are asked to make a peer moderation visit to ${data.schoolName}. One screen says the day, the hours, the journey, and who goes with you.`,
      `Say yes or not this time${before(data)}.`,
    ],
    button: "See the invitation",
  }),
  "another-pair": (data) => ({
    subject: `${data.schoolName} asks for another pair`,
    sentences: [
      `${data.schoolName} asks for another pair of reviewers. It may ask once, and gives no reason.`,
      "Choose two others from those who are free for this school.",
    ],
    button: "Open the visit",
  }),
  "not-needed": (data) => ({
    subject: `Another pair visits ${data.schoolName}`,
    sentences: [
      `Another pair of reviewers is asked to visit ${data.schoolName}. There is nothing to do, and this visit does not count in your year.`,
    ],
    button: "See your visits",
  }),
  accepted: (data) => ({
    subject: `Everybody has said yes to the visit to ${data.schoolName}`,
    sentences: [
      "The school and both reviewers have said yes.",
      `Put forward up to five days that suit you; the other side takes one${before(data)}.`,
    ],
    button: "Put forward days",
  }),
  declined: (data) => ({
    subject: `A reviewer cannot visit ${data.schoolName}`,
    sentences: [
      `${whoOr(data, "A reviewer")} cannot make the visit to ${data.schoolName} this time.`,
      "The visit stays proposed with one reviewer missing. Choose another.",
    ],
    button: "Open the visit",
  }),
  replaced: (data) => ({
    subject: `The pair that visits ${data.schoolName} has changed`,
    sentences: [`${whoOr(data, "A reviewer")} no longer makes the visit to ${data.schoolName}.`],
    button: "Open the visit",
  }),
  "stepped-back": (data) => ({
    subject: `A reviewer cannot come to ${data.schoolName}`,
    sentences: [
      `${whoOr(data, "A reviewer")} had said yes to the visit to ${data.schoolName} and cannot come.`,
      data.visitOn === null
        ? "The council looks for somebody else and writes when one is asked. There is nothing for you to do."
        : "The council looks for somebody else. The day holds meanwhile, and there is nothing for you to do.",
    ],
    button: "Open the visit",
  }),
  "you-stepped-back": (data) => ({
    subject: `You no longer visit ${data.schoolName}`,
    sentences: [
      `You have said that you cannot come to ${data.schoolName}. The school, the other reviewer and the council have been told, and the visit does not count in your year.`,
      ...(data.visitOn === null
        ? []
        : ["The calendar file with this mail takes the day out of your diary."]),
    ],
    button: "See your visits",
  }),
  lapsed: (data) => ({
    subject: `A reviewer of ${data.schoolName} is no longer accredited`,
    sentences: [
      `The accreditation of ${whoOr(data, "a reviewer")} ends before the visit to ${data.schoolName}${dayOf(data)}. The place is free.`,
      "Choose another reviewer, so that the day can stay as it is.",
    ],
    button: "Open the visit",
  }),
  "day-proposed": (data) => ({
    subject: `Days for the visit to ${data.schoolName}`,
    sentences: [
      `${whoOr(data, "The other side")} puts forward days for the visit to ${data.schoolName}.`,
      `Take the one that suits you, or put forward others${before(data)}.`,
    ],
    button: "See the days",
  }),
  "day-agreed": (data) => ({
    subject: `The visit to ${data.schoolName} is on ${visitWhen(data)}`,
    sentences: [
      `The visit to ${data.schoolName} is on ${visitWhen(data)}. The calendar file with this mail puts it in your diary.`,
    ],
    button: "Open the visit",
  }),
  postponed: (data) => ({
    subject: `The visit to ${data.schoolName} is put off`,
    sentences: [
      `${whoOr(data, "One side")} puts the visit to ${data.schoolName} off. The day is free again, and the calendar file with this mail takes it out of your diary.`,
      "Put forward days that suit you.",
    ],
    button: "Put forward days",
  }),
  cancelled: (data) => ({
    subject: `The visit to ${data.schoolName} is cancelled`,
    sentences: [`The visit to ${data.schoolName} does not take place. There is nothing to do.`],
    button: "Open the visit",
  }),
  "plan-agreed": (data) => ({
    subject: `What the visit to ${data.schoolName} looks at`,
    sentences: [
      `${data.schoolName} has chosen what you look at${dayOf(data)}, and the lines of the day stand. You may change a line that does not work for you.`,
    ],
    button: "Read the plan",
  }),
  "copy-opens": (data) => ({
    subject: `The self-review of ${data.schoolName} is open to you`,
    sentences: [
      `You visit ${data.schoolName}${dayOf(data)}. From today until the visit closes you can read the self-review it signed, the chosen sections first.`,
    ],
    button: "Read the self-review",
  }),
} as const satisfies Partial<Record<VisitMail, (data: Data) => StepWords>>;

/** From the day of the visit: the record, the signatures and what became of it. */
const AFTER = {
  "draft-due": (data) => ({
    subject: `The record of the visit to ${data.schoolName} is due`,
    sentences: [
      `The record of the visit to ${data.schoolName} goes to the school${before(data)}. It has drafted itself from the points you said on the day.`,
    ],
    button: "Open the record",
  }),
  "with-school": (data) => ({
    subject: `The record of the visit to ${data.schoolName} is with you`,
    sentences: [
      "The reviewers have sent the record of the visit. Put right what is not accurate, add your own words, and say where practice may be shared.",
      `Answer it${before(data)}.`,
    ],
    button: "Read the record",
  }),
  "sent-back": (data) => ({
    subject: `${data.schoolName} asks you to put the record right`,
    sentences: [`${data.schoolName} has said what is not accurate in the record of the visit.`],
    button: "Open the record",
  }),
  agreed: (data) => ({
    subject: `The record of the visit to ${data.schoolName} is agreed`,
    sentences: [
      "The record is agreed and does not change any more. Signatures come in order: the second reviewer, the lead reviewer, the headteacher.",
    ],
    button: "Read the record",
  }),
  "your-signature": (data) => ({
    subject: `Your signature: the visit to ${data.schoolName}`,
    sentences: [`You are next to sign the record of the visit${before(data)}.`],
    button: "Read and sign",
  }),
  closed: (data) => ({
    subject: `The visit to ${data.schoolName} is closed`,
    sentences: ["The record stands and can be downloaded as a sealed PDF."],
    button: "Open the record",
  }),
  "follow-up-due": (data) => ({
    subject: "What came of the visit?",
    sentences: [
      `Some weeks ago two colleagues visited ${data.schoolName}. Say in a few lines what you did with it, and they hear of it. It takes five minutes.`,
    ],
    button: "Say what came of it",
  }),
  "follow-up-told": (data) => ({
    subject: `What came of your visit to ${data.schoolName}`,
    sentences: [`${data.schoolName} has written what it did after your visit.`],
    button: "Read what it did",
  }),
  late: (data) => ({
    subject: `The visit to ${data.schoolName} waits for you`,
    sentences: [
      `The visit to ${data.schoolName} waits for you. The day for it${data.by === null ? "" : `, ${formatDay(data.by)},`} has gone by. Nothing is lost.`,
    ],
    button: "See what is next",
  }),
} as const satisfies Partial<Record<VisitMail, (data: Data) => StepWords>>;

const WORDS: Record<VisitMail, (data: Data) => StepWords> = { ...BEFORE, ...AFTER };

/** The words of one mail. */
export const stepWords = (data: Data): StepWords => WORDS[data.what](data);
