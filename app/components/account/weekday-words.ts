const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** "Monday" of 1, to "Sunday" of 7. */
export const weekdayWords = (day: number): string => WEEKDAYS[day - 1] ?? "Monday";
