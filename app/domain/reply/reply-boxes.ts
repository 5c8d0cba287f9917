/** The three boxes of a reply, in order (design.md section 2, Reply). */
export const REPLY_BOXES = ["noticed", "wondered", "offered"] as const;
export type ReplyBox = (typeof REPLY_BOXES)[number];
export type ReplyTexts = Record<ReplyBox, string>;

/** What each box is called, for those who write and those who read. */
export const REPLY_BOX_WORDS: Record<ReplyBox, string> = {
  noticed: "We noticed",
  wondered: "We wondered",
  offered: "We can offer",
};

/** Longest texts, in UTF-16 code units. */
export const QUESTION_MAX = 1000;
export const ANSWER_MAX = 2000;
export const REPLY_MAX = 4000;

export const EMPTY_REPLY: ReplyTexts = { noticed: "", wondered: "", offered: "" };

/** Whether nothing is written in any box. */
export const isEmptyReply = (texts: ReplyTexts): boolean =>
  REPLY_BOXES.every((box) => texts[box].trim() === "");
