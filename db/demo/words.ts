/** Invented words for the demonstration's answers, by what asks for them. */
export const DEMO_WORDS = {
  sharing: [
    "Pupils now begin a task without waiting for an adult. Two neighbouring schools use our planning sheet.",
    "Fewer pupils leave lessons for help. We showed our approach at the community meeting in Term 5.",
    "Pupils can say what helps them. A partner school visits twice a year and has taken up the check-in cards.",
    "Reading gaps in Years 3 and 4 have halved over two years. Our teaching assistants train others.",
  ],
  duty: [
    "The policy is written and approved. Training for lunchtime staff follows by the end of Term 4.",
    "Done in Key Stage 2. Reception and Year 1 follow by the end of Term 3.",
    "The plan is on the website but needs this year's date. The business manager will update it by half-term.",
  ],
  ready: [
    "No pupil needs this now. The specialist teacher would advise and the SENCO would lead.",
    "We have the equipment and two trained adults. The therapy service would review it with us.",
  ],
  doesNotApply: ["We have no pupils of that age."],
  partly: [
    "Most of it is in place. The rest follows by the end of Term 4, led by the business manager.",
  ],
  section: [
    "Half-termly learning walks by two leaders, notes kept with the improvement plan. Parent survey, July.",
    "Ten plans read by the SENCO and deputy each half term. Census check, October.",
    "Lesson visits in every year group this autumn, pupil conversations, and the governor's visit note.",
    "Data for three years looked at with governors in September. Staff survey, June.",
  ],
  /** Actions for what is at Starting or a duty answered Partly: what, who leads, how we will know. */
  actions: [
    {
      title: "Agree one way of doing this with all staff and write it down",
      leadRole: "SENCO",
      howWeWillKnow: "Ten classrooms visited in the next term all show it.",
    },
    {
      title: "Train lunchtime and new staff, and keep the date for next year",
      leadRole: "Deputy headteacher",
      howWeWillKnow: "The training log shows everyone, with dates.",
    },
    {
      title: "Ask families what would help, and tell them what we changed",
      leadRole: "Family liaison lead",
      howWeWillKnow: "The July survey shows more families saying yes.",
    },
  ],
  whereSeen: [
    "Improvement plan, page 4",
    "Learning walk notes, October",
    "Provision map, shared drive",
    "Governors' minutes, September",
    "",
    "",
  ],
} as const;

/** A small whole number that is always the same for the same text, so that each loading gives the same answers. */
export function steady(text: string, below: number): number {
  let sum = 7;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % below;
}

/** One of a list, always the same for the same text. */
export function pick<T>(list: readonly T[], text: string): T {
  const chosen = list[steady(text, list.length)];
  if (chosen === undefined) throw new Error("Nothing to pick from");
  return chosen;
}
