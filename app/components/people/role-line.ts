import { formatDate } from "~/domain/calendar/format";
import type { RoleView } from "~/services/people/views";

type Line = Pick<RoleView, "words" | "from" | "to" | "coming" | "questionnaire">;

/** A role in a line: "Acting headteacher, until 31 August 2027". */
export function roleLine({ words, from, to, coming, questionnaire }: Line): string {
  const parts = [
    words.charAt(0).toUpperCase() + words.slice(1),
    ...(questionnaire === null ? [] : [`${questionnaire} only`]),
    ...(coming ? [`from ${formatDate(from)}`] : []),
    ...(to === null ? [] : [`until ${formatDate(to)}`]),
  ];
  return parts.join(", ");
}
