import { SECOND_SCHOOL } from "./people";

/** What officers asked and replied in the demonstration, invented. */
export type DemoReply = {
  urn: string;
  round: "toolkit" | "asthma" | "toolkit-last-year";
  /** Under the organisation's address. */
  organisation: "kent" | "nhs-kent-medway";
  officer: string;
  /** How long ago the reply was sent; the question came two days before it, the answer one. */
  daysAgo: number;
  question: { text: string; answer: string } | null;
  reply: { noticed: string; wondered: string };
};

export const DEMO_REPLIES: DemoReply[] = [
  {
    urn: "118698",
    round: "toolkit",
    organisation: "kent",
    officer: "officer@demo.test",
    daysAgo: 14,
    question: {
      text: "You list several ways of helping here. Which would you keep if you could keep three?",
      answer:
        "Reading partners, the Year 4 number groups and the check-in cards. We cannot show yet what the others do.",
    },
    reply: {
      noticed:
        "Your sections say how you know, with dates. The learning walks and the pupil conversations agree with each other.",
      wondered:
        "Would naming three kinds of help, as you did in your answer, make the others easier to stop?",
    },
  },
  {
    urn: SECOND_SCHOOL,
    round: "asthma",
    organisation: "nhs-kent-medway",
    officer: "health@demo.test",
    daysAgo: 28,
    question: {
      text: "Who checks the kit while your asthma lead is away?",
      answer:
        "The school secretary does, on the first Monday of each month. Her name is on the list in the office.",
    },
    reply: {
      noticed: "The kit is where everyone finds it, and two people check it.",
      wondered: "Could the deputy lead see the training dates as well?",
    },
  },
];

/** What every return of last year was answered with, so that none waits. */
export const LAST_YEAR_REPLY: DemoReply["reply"] = {
  noticed:
    "Thank you for the time your team gave to this. Your headlines and your words say the same.",
  wondered: "Which of your actions would you begin with, if there were time for one?",
};
