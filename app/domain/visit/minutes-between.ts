/** Minutes from one hour of a day to a later one, "09:00" and "10:15"; 0 where the second is no later. */
export function minutesBetween(from: string, to: string): number {
  return Math.max(0, minutesOf(to) - minutesOf(from));
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
