import { formatDate, formatDay } from "~/domain/calendar/format";

type When = { visitOn: string | null; startsAt: string | null; endsAt: string | null };

/** "Thursday 4 February 2027"; "No day yet". */
export function dayWords({ visitOn }: When): string {
  if (visitOn === null) return "No day yet";
  return `${formatDay(visitOn)} ${formatDate(visitOn).slice(-4)}`;
}

/** "09:00 to 15:30"; "to be agreed". */
export function hoursWords({ startsAt, endsAt }: When): string {
  return startsAt === null || endsAt === null ? "to be agreed" : `${startsAt} to ${endsAt}`;
}
