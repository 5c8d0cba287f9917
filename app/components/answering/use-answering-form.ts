import { useRouteLoaderData } from "@remix-run/react";
import { useMemo, useState, type FormEvent } from "react";
import { useForm } from "react-hook-form";
import type { AnswerContent } from "~/domain/response/answer";
import { answerGroup, contentFromValues, type Resolution } from "~/forms/answers";
import type { Answering, AnswerValues } from "./answering-context";
import type { MissingAnswer } from "./missing-answers";
import { keptDrafts } from "./autosave/kept-drafts";
import type { OpenAnswer, SaveQueue } from "./autosave/queue-types";
import { createSaveQueue } from "./autosave/save-queue";
import { answerSender } from "./autosave/send-answer";
import { keyOfControl } from "./control-key";
import { reviewPath } from "./review-path";
import { usePutBack } from "./use-put-back";

type Options = {
  urn: string;
  responseId: string;
  editable: boolean;
  open: ReadonlyMap<string, OpenAnswer>;
  missing: readonly MissingAnswer[];
  /** Answers whose boxes hold what was typed before a session ended. */
  kept: readonly string[];
};

type Enhanced = {
  answering: Answering;
  /** Whose text it is: posted with the form, without JavaScript too. */
  writer: string;
  /** Goes on the form: every change of a control of it comes by here. */
  onChange: (event: FormEvent<HTMLFormElement>) => void;
  /** Keys whose unsaved text was put back after a reload. */
  putBack: string[];
};

/**
 * The id of the person who opened the page: text in it is saved for them and put back for them, whoever signs in on
 * this browser while it is open.
 */
function useWriter(): string {
  const root = useRouteLoaderData<{ actor: { id: string } | null }>("root");
  const [writer] = useState(root?.actor?.id ?? "");
  return writer;
}

/** The form with autosave. Without JavaScript none of it runs and the same form is posted. */
export function useAnsweringForm(options: Options): Enhanced {
  const { urn, responseId, editable, open, missing, kept } = options;
  const writer = useWriter();
  const form = useForm<AnswerValues>();
  const [drafts] = useState(() => keptDrafts({ responseId, writer }));
  const [queue] = useState(() =>
    newQueue({ address: `${reviewPath({ urn, id: responseId })}/answers`, writer, open, drafts }),
  );

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

  const putBack = usePutBack(answering, { drafts, kept });

  function onChange(event: FormEvent<HTMLFormElement>) {
    const target = event.target;
    if (!isControl(target)) return;
    const key = keyOfControl(target.name, open.keys());
    if (key === null || target.name.endsWith(".namesConfirmed")) return;
    const content = contentFromValues(form.getValues(answerGroup(key)), queue.contentOf(key));
    queue.change(key, content, isText(target) ? "soon" : "now");
  }

  return { answering, writer, onChange, putBack };
}

type NewQueue = Pick<Options, "open"> & {
  address: string;
  writer: string;
  drafts: ReturnType<typeof keptDrafts>;
};

function newQueue({ address, writer, open, drafts }: NewQueue): SaveQueue {
  return createSaveQueue({
    open,
    drafts,
    send: answerSender({ address, writer }),
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
