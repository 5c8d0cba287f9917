import type { ReactNode } from "react";
import { formatDay } from "~/domain/calendar/format";
import type { ReviewerView, VisitView } from "~/services/visits/views";
import { hoursWords } from "./when-words";

type Fact = { term: string; value: ReactNode };

/** What somebody needs to say yes or no, small enough for one screen of a phone (moments.md). */
export function InvitationFacts({ visit }: { visit: VisitView }) {
  const facts = visit.party === "host" ? forHost(visit) : forReviewer(visit);
  return (
    <dl className="ir-invitation-facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function forReviewer(visit: VisitView): Fact[] {
  const other = visit.reviewers.find(({ isYou }) => !isYou);
  return [
    { term: "Day", value: dayLine(visit) },
    { term: "Hours", value: visit.startsAt === null ? "one school day" : hoursWords(visit) },
    { term: "Journey", value: journeyWords(visit) },
    { term: "Focus", value: focusWords(visit) },
    { term: "With", value: other === undefined ? "to be found" : shortWords(other) },
    { term: "Left this year", value: leftWords(visit) },
  ];
}

function forHost(visit: VisitView): Fact[] {
  return [
    { term: "Day", value: dayLine(visit) },
    { term: "Hours", value: visit.startsAt === null ? "one school day" : hoursWords(visit) },
    ...visit.reviewers.map((one) => ({
      term: one.part === "lead" ? "Lead" : "Second",
      value: shortWords(one),
    })),
    { term: "Focus", value: "you choose" },
  ];
}

const dayLine = ({ visitOn }: VisitView): string =>
  visitOn === null ? "no day yet, you agree one" : formatDay(visitOn);

/** The same on fewer lines: "Łukasz Nowak, Oakfold Primary School, Weald". */
function shortWords({ name, homeSchoolName, homeTown }: ReviewerView): string {
  return [name, homeSchoolName, homeTown].filter((part) => part !== null).join(", ");
}

/** "Łukasz Nowak, headteacher, Oakfold Primary School in Weald". */
export function personWords({ name, post, homeSchoolName, homeTown }: ReviewerView): string {
  const from = homeTown === null ? homeSchoolName : `${homeSchoolName} in ${homeTown}`;
  return `${name}, ${post}, ${from}`;
}

function journeyWords({ homeTown, homeSchoolName, school }: VisitView): string {
  return `${homeTown ?? homeSchoolName ?? "your school"} to ${school.town}`;
}

function focusWords({ focus }: VisitView): string {
  if (focus.length === 0) return "the school chooses";
  return focus.map(({ key }) => key).join(", ");
}

function leftWords({ visitsLeft }: VisitView): string {
  if (visitsLeft === null) return "not known";
  const { left, offered } = visitsLeft;
  return `${left} of ${offered} visits, before this one`;
}
