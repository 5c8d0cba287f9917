import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { REPLY_BOXES, type ReplyBox, type ReplyTexts } from "~/domain/reply/reply-boxes";
import type { SaveState } from "../saved-line";

/** What a save by itself comes back with. `kept`: the boxes as they stand; null where nothing was kept. */
export type AutosaveReply = { auto: { kept: ReplyTexts | null; at: string; held: boolean } };

const AFTER_MS = 1500;

type Boxes = {
  /** What is in each box. */
  texts: ReplyTexts;
  /** What each box held when it was last in step with what is kept. */
  base: ReplyTexts;
};

/**
 * The boxes of a reply: kept by themselves a moment after the last key, in step with what a colleague keeps meanwhile.
 * A box that both changed is left to the next press, which shows both texts.
 */
export function useReplyBoxes(begin: Boxes, { page, number }: { page: string; number: number }) {
  const [boxes, setBoxes] = useState(begin);
  const fetcher = useFetcher<AutosaveReply>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const sent = useRef<ReplyTexts | null>(null);
  const latest = useRef(boxes);
  useEffect(() => {
    latest.current = boxes;
  }, [boxes]);
  const { data, state, submit } = fetcher;

  useEffect(() => {
    const kept = data?.auto.kept ?? null;
    const left = sent.current;
    if (kept === null || left === null) return;
    setBoxes((now) => inStep(now, { left, kept }));
  }, [data]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function keep() {
    const { texts, base } = latest.current;
    if (REPLY_BOXES.every((box) => texts[box] === base[box])) return;
    sent.current = texts;
    const form = new FormData();
    form.set("form", "reply");
    form.set("auto", "1");
    form.set("number", String(number));
    for (const box of REPLY_BOXES) {
      form.set(box, texts[box]);
      form.set(`was.${box}`, base[box]);
    }
    submit(form, { method: "post", action: page });
  }
  function write(box: ReplyBox, text: string) {
    setBoxes((now) => ({ ...now, texts: { ...now.texts, [box]: text } }));
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, AFTER_MS);
  }
  return { boxes, write, saved: savedOf(data, state) };
}

/** A box that was not typed in since follows what is kept; one that was keeps its text, and knows what it is over. */
function inStep(now: Boxes, { left, kept }: { left: ReplyTexts; kept: ReplyTexts }): Boxes {
  const next = { texts: { ...now.texts }, base: { ...now.base } };
  for (const box of REPLY_BOXES) {
    next.base[box] = kept[box];
    if (now.texts[box] === left[box]) next.texts[box] = kept[box];
  }
  return next;
}

function savedOf(data: AutosaveReply | undefined, state: string): SaveState {
  if (state !== "idle") return { kind: "saving" };
  if (data === undefined) return { kind: "idle" };
  return data.auto.held ? { kind: "kept" } : { kind: "saved", at: data.auto.at };
}
