import { useEffect, useRef, useState } from "react";
import { answerGroup, contentFromValues } from "~/forms/answers";
import { typedEarly, type Typed } from "../form/typed-early";
import type { Answering } from "./answering-context";
import type { KeptDrafts } from "./autosave/kept-drafts";
import { keyOfControl } from "./control-key";

type Sources = {
  drafts: KeptDrafts;
  /** Answers whose boxes hold what was typed before a session ended. */
  kept: readonly string[];
};

/**
 * Once the page is scripted: puts back what was not acknowledged before a reload, sends what the server gave back
 * after an ended session, and takes up what was typed before the script was there. Answers the keys of the first.
 */
export function usePutBack(answering: Answering, { drafts, kept }: Sources): string[] {
  const { editable } = answering;
  const [putBack, setPutBack] = useState<string[]>([]);
  const isDone = useRef(false);
  useEffect(() => {
    if (!editable || isDone.current) return;
    isDone.current = true;
    const found = restoreDrafts(answering, { drafts, kept });
    for (const typed of typedEarly()) takeTyped(answering, typed);
    if (found.length > 0) setTimeout(() => setPutBack(found), 0);
  }, [answering, drafts, editable, kept]);
  return putBack;
}

function restoreDrafts({ form, queue, open }: Answering, { drafts, kept }: Sources): string[] {
  return [...open].flatMap(([key, { content, base, state }]) => {
    const given = kept.includes(key) && state.theirs === null;
    const draft = drafts.read(key) ?? (given ? { content, base, sending: null } : null);
    if (draft === null) return [];
    form.setValue(answerGroup(key), draft.content);
    queue.restore(key, draft);
    return [key];
  });
}

/** One control that changed before the page was scripted, as if it changed now. */
function takeTyped({ queue, open, write }: Answering, { control, value }: Typed): void {
  const key = keyOfControl(control.name, open.keys());
  if (key === null || (value === false && control.type === "radio")) return;
  const part = control.name.slice(answerGroup(key).length + 1);
  if (part === "namesConfirmed") {
    if (value === true) queue.confirmNames(key);
    return;
  }
  const said = control.type === "radio" ? control.value : value;
  const before = queue.contentOf(key);
  const content = contentFromValues({ [part]: said }, before);
  if (content !== before) write(key, content);
}
