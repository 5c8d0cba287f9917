import { createContext, useContext, useSyncExternalStore } from "react";
import type { UseFormRegisterReturn, UseFormReturn } from "react-hook-form";
import type { AnswerContent } from "~/domain/response/answer";
import { answerId, answerName, type AnswerPart, type Resolution } from "~/forms/answers";
import type { MissingAnswer } from "./missing-answers";
import type { AnswerState, OpenAnswer, SaveQueue } from "./autosave/queue-types";

/** The form's values by group; react-hook-form holds what the controls hold, and nothing else. */
export type AnswerValues = Record<string, Partial<AnswerContent>>;

export type Answering = {
  form: UseFormReturn<AnswerValues>;
  queue: SaveQueue;
  /** The answers as the page opened. */
  open: ReadonlyMap<string, OpenAnswer>;
  editable: boolean;
  /** What completing the section asked for last. */
  missing: readonly MissingAnswer[];
  urn: string;
  responseId: string;
  /** Puts content into the boxes and sends it. */
  write: (key: string, content: AnswerContent) => void;
  resolve: (key: string, how: Resolution) => void;
};

const AnsweringContext = createContext<Answering | null>(null);
export const AnsweringProvider = AnsweringContext.Provider;

export function useAnswering(): Answering {
  const answering = useContext(AnsweringContext);
  if (answering === null) throw new Error("This stands outside an AnsweringForm");
  return answering;
}

/** What a control of an answer is given: its name and id, what it holds at first, its registration. */
export type AnswerControl = {
  id: string;
  name: string;
  register: UseFormRegisterReturn;
};

export type OneAnswer = {
  state: AnswerState;
  opened: AnswerContent;
  /** The save that an answer posted without JavaScript builds on. */
  base: number;
  control: (part: AnswerPart) => AnswerControl;
  /** The message at a box, when it is the one refused. */
  errorAt: (part: AnswerPart) => string | undefined;
};

const EMPTY_BASE = 0;

/** One answer of the page, drawn again when what is shown of it changes. */
export function useAnswer(key: string): OneAnswer {
  const { form, queue, open, missing } = useAnswering();
  const now = () => queue.stateOf(key);
  const state = useSyncExternalStore(queue.subscribe, now, now);
  const opened = open.get(key);
  return {
    state,
    opened: opened?.content ?? queue.contentOf(key),
    base: opened?.base ?? EMPTY_BASE,
    control: (part) => {
      const name = answerName(key, part);
      // The name is of this answer's group, so it names a part of the values.
      return { id: answerId(key, part), name, register: form.register(name as `${string}.level`) };
    },
    errorAt: (part) => {
      if (state.refusal?.part === part) return state.refusal.field;
      const lacks = missing.find((each) => each.key === key && each.part === part);
      return lacks && isEmpty(queue.contentOf(key)[part]) ? lacks.field : undefined;
    },
  };
}

const isEmpty = (value: AnswerContent[AnswerPart]): boolean =>
  value === null || value === true || (typeof value === "string" && value.trim() === "");
