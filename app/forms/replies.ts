import { REPLY_BOXES, type ReplyTexts } from "~/domain/reply/reply-boxes";
import type { Sent } from "~/domain/visit/three-way";
import { textOf as textIn, readVersion } from "./action";

/** Longest text a box gives back; its rules are stricter. */
const MOST = 10_000;

/** A box's text, with the line ends it is stored with. */
function textOf(form: FormData, name: string): string {
  return textIn(form, name).slice(0, MOST).replace(/\r\n?/g, "\n");
}

const readNames = (form: FormData): boolean => form.has("namesConfirmed");

/** An answer of the school, as typed. */
export const readAnswer = (form: FormData) => ({
  questionId: textIn(form, "question"),
  version: readVersion(form),
  text: textOf(form, "text"),
  namesConfirmed: readNames(form),
});

/** A question of an officer, as typed. */
export const readQuestion = (form: FormData) => ({
  itemKey: textIn(form, "item") === "" ? null : textIn(form, "item"),
  number: readNumber(form),
  text: textOf(form, "text"),
  namesConfirmed: readNames(form),
});

/** The signed copy a form was made from; 0, which none has, when it is not a number. */
function readNumber(form: FormData): number {
  const number = Number(textIn(form, "number"));
  return Number.isSafeInteger(number) ? number : 0;
}

/** Which button of the reply was pressed. `quote`: a sentence of a statement, by its place. */
export type ReplyAct = { do: "keep" | "send" } | { do: "quote"; key: string; index: number };

/** The boxes of a reply as they were and as they are, and the button. */
export function readReply(form: FormData) {
  const sent = new Map<string, Sent>(
    REPLY_BOXES.map((box) => [box, { was: textOf(form, `was.${box}`), now: textOf(form, box) }]),
  );
  return { sent, number: readNumber(form), namesConfirmed: readNames(form), act: readAct(form) };
}

function readAct(form: FormData): ReplyAct {
  const act = textIn(form, "act");
  const [name = "", key = "", index = ""] = act.split(":");
  if (name === "quote") return { do: "quote", key, index: Number(index) };
  return { do: act === "send" ? "send" : "keep" };
}

/** What was typed in the boxes, to give it back. */
export function typedReply(sent: ReadonlyMap<string, Sent>): ReplyTexts {
  const now = (box: string) => sent.get(box)?.now ?? "";
  return { noticed: now("noticed"), wondered: now("wondered"), offered: now("offered") };
}
