import { useRouteLoaderData } from "@remix-run/react";
import { useEffect, useMemo, useState, type FormEvent } from "react";
import { useForm } from "react-hook-form";
import type { AnswerContent } from "~/domain/response/answer";
import { answerGroup, contentFromValues, type Resolution } from "~/forms/answers";
import type { Answering, AnswerValues } from "./answering-context";
import type { MissingAnswer } from "./missing-answers";
import { keptDrafts } from "./autosave/kept-drafts";
import type { OpenAnswer, SaveQueue } from "./autosave/queue-types";
import { createSaveQueue } from "./autosave/save-queue";
import { reviewPath } from "./review-path";
import { answerSender } from "./autosave/send-answer";

type Options = {
  urn: string;
  responseId: string;
  editable: boolean;
  open: ReadonlyMap<string, OpenAnswer>;
  missing: readonly MissingAnswer[];
};

type Enhanced = {
  answering: Answering;
  /** Goes on the form: every change of a control of it comes by here. */
  onChange: (event: FormEvent<HTMLFormElement>) => void;
  /** Keys whose unsaved text was put back after a reload. */
  putBack: string[];
};

/** The signed-in person's name, so that text kept in a tab goes back to its writer only. */
function usePerson(): string {
  const root = useRouteLoaderData<{ actor: { name: string } | null }>("root");
  return root?.actor?.name ?? "";
}

/** The form with autosave. Without JavaScript none of it runs and the same form is posted. */
export function useAnsweringForm(options: Options): Enhanced {
  const { urn, responseId, editable, open, missing } = options;
  const person = usePerson();
  const form = useForm<AnswerValues>();
  const [drafts] = useState(() => keptDrafts({ responseId, person }));
  const [queue] = useState(() =>
    newQueue({ address: `${reviewPath({ urn, id: responseId })}/answers`, open, drafts }),
  );
  const [putBack, setPutBack] = useState<string[]>([]);

  const answering = useMemo<Answering>(() => {
    const fill = (key: string, content: AnswerContent) =>
      form.setValue(answerGroup(key), content, { shouldDirty: true });
    return {
      form,
      queue,
      open,
      editable,
      missing,
      urn,
      responseId,
      write(key, content) {
        fill(key, content);
        queue.change(key, content, "now");
      },
      resolve(key: string, how: Resolution) {
        const content = queue.resolve(key, how);
        if (content) fill(key, content);
      },
    };
  }, [editable, form, missing, open, queue, responseId, urn]);

  useEffect(() => {
    if (!editable) return;
    const found = [...open.keys()].filter((key) => {
      const draft = drafts.read(key);
      if (draft === null) return false;
      form.setValue(answerGroup(key), draft.content);
      queue.restore(key, draft);
      return true;
    });
    if (found.length === 0) return;
    const told = setTimeout(() => setPutBack(found), 0);
    return () => clearTimeout(told);
  }, [drafts, editable, form, open, queue]);

  function onChange(event: FormEvent<HTMLFormElement>) {
    const target = event.target;
    if (!isControl(target)) return;
    const key = [...open.keys()].find((each) => target.name.startsWith(`${answerGroup(each)}.`));
    if (key === undefined || target.name.endsWith(".namesConfirmed")) return;
    const content = contentFromValues(form.getValues(answerGroup(key)), queue.contentOf(key));
    queue.change(key, content, isText(target) ? "soon" : "now");
  }

  return { answering, onChange, putBack };
}

type NewQueue = Pick<Options, "open"> & {
  address: string;
  drafts: ReturnType<typeof keptDrafts>;
};

function newQueue({ address, open, drafts }: NewQueue): SaveQueue {
  return createSaveQueue({
    open,
    drafts,
    send: answerSender(address),
    newSaveId: () => crypto.randomUUID(),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
}

const isControl = (target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const isText = (control: HTMLInputElement | HTMLTextAreaElement): boolean =>
  control instanceof HTMLTextAreaElement || !["radio", "checkbox"].includes(control.type);
