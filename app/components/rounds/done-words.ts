import { schoolCount } from "./round-words";

const DONE: Record<string, string> = {
  closed: "The round is closed. The schools are told by mail.",
  reopened: "The round is open again. The schools are told by mail.",
  invited: "Schools that somebody leads by now are being invited. Look again in a moment.",
  extended: "The school has more time, and is told by mail.",
  withdrawn: "The school is no longer in this round, and is told by mail.",
};

/** What has just been done to a round, as its address says; null: nothing. */
export function doneWords(query: URLSearchParams, schools: number): string | null {
  const done = query.get("done") ?? "";
  if (done === "opened") {
    return `The round is open for ${schoolCount(schools)}. Invitations are on their way; look again in a moment.`;
  }
  const added = /^\d{1,5}$/.exec(query.get("added") ?? "")?.[0];
  if (added !== undefined)
    return `${schoolCount(Number(added))} added. Invitations are on their way.`;
  return DONE[done] ?? null;
}
