import type { DeadlineView } from "~/services/answering/views";

/** "in 26 working days", "today", "2 working days ago". */
export function deadlineDistance({ workingDays }: Pick<DeadlineView, "workingDays">): string {
  if (workingDays === 0) return "today";
  const days = Math.abs(workingDays);
  const words = `${days} working ${days === 1 ? "day" : "days"}`;
  return workingDays > 0 ? `in ${words}` : `${words} ago`;
}
