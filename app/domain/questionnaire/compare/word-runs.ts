import { diffWordsWithSpace } from "diff";

/** A stretch of words that both texts have, or that only one has. */
export type WordRun = { kind: "same" | "removed" | "added"; text: string };

/** A text that differs. `runs` joined without "added" give `before`, without "removed" `after`. */
export type TextChange = {
  /** What it is a text of, on screen: "Statement", "Help", "What Sharing looks like". */
  label: string;
  before: string;
  after: string;
  runs: WordRun[];
};

/** One text of a thing that is compared. `weight` says what a difference would mean to who answered. */
export type ComparedText = {
  label: string;
  text: string;
  weight: "wording" | "guidance" | "scale";
};

/** The words that differ between two texts, in reading order. */
export function wordRuns(before: string, after: string): WordRun[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

export type WeighedChange = TextChange & { weight: ComparedText["weight"] };

/** The texts that differ, matched by label. A text that is on one side only is compared with nothing. */
export function textChanges(
  before: readonly ComparedText[],
  after: readonly ComparedText[],
): WeighedChange[] {
  const labels = [...new Set([...before, ...after].map(({ label }) => label))];
  return labels.flatMap((label) => {
    const old = before.find((one) => one.label === label);
    const now = after.find((one) => one.label === label);
    const [was, is] = [old?.text ?? "", now?.text ?? ""];
    if (was === is) return [];
    const weight = now?.weight ?? old?.weight ?? "guidance";
    return [{ label, before: was, after: is, runs: wordRuns(was, is), weight }];
  });
}
