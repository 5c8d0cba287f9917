const DONE: Record<string, string> = {
  accepted: "You have said yes. You will be written to when the day can be agreed.",
  declined: "You have said not this time. The council asks somebody else, and it does not count.",
  "stepped-back":
    "You have said that you cannot come. The school, the other reviewer and the council have been told.",
  "host-accepted": "You have said yes. Next: put forward days that suit you.",
  "another-asked": "Asked for another pair. The council writes when two others are asked.",
  "days-proposed": "Put forward. The other side has been written to and takes one.",
  "day-agreed": "The day is agreed. Everybody has it by mail, with a file for the calendar.",
  postponed: "The visit is put off. Everybody has been told. Next: put forward other days.",
  cancelled: "The visit is cancelled. Everybody has been told.",
  "sent-back": "Sent back. The reviewers read what is to be put right and send the record again.",
  "plan-saved": "Saved. The plan stands as it is here.",
  "plan-agreed": "The plan is agreed. Both reviewers have been written to.",
  "plan-opened": "The plan is open again. Agree it once it is right.",
};

/** What has just been done, and what is next; null for words of an address that we do not know. */
export const doneWords = (done: string | null): string | null => DONE[done ?? ""] ?? null;
