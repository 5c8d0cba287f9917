import { Form, useSubmit } from "@remix-run/react";
import { useState, type FormEvent, type ReactNode } from "react";
import { WRITER_FIELD } from "~/forms/answers";
import type { ResponseHeaderView } from "~/services/answering/views";
import { useAnnounce } from "../shell/announcer";
import { AnsweringProvider } from "./answering-context";
import { EnterSaves } from "./enter-saves";
import type { OpenAnswer } from "./autosave/queue-types";
import type { MissingAnswer } from "./missing-answers";
import { PutBack } from "./put-back";
import { SignInAgain } from "./sign-in-again";
import { useAnsweringForm } from "./use-answering-form";
import { useUnsavedGuard } from "./use-unsaved";

type AnsweringFormProps = {
  response: ResponseHeaderView;
  open: ReadonlyMap<string, OpenAnswer>;
  missing?: readonly MissingAnswer[];
  /** Answers typed before a session ended that are back in their boxes. */
  kept?: readonly string[];
  children: ReactNode;
};

/** The first way on of two versions. */
const VERSIONS = "button[name=resolve]";
const NONE = [] as const;

/**
 * The one form of an answering page. Posted whole without JavaScript; with it each answer is saved by itself,
 * and its buttons wait for what is under way and then only say where to go.
 */
export function AnsweringForm(props: AnsweringFormProps) {
  const { response, open, missing = NONE, kept = NONE, children } = props;
  const editable = response.editable.ok;
  // The answers of the first drawing: saving goes on from them, whatever is loaded again later.
  const [opened] = useState(open);
  const { answering, writer, onChange, putBack } = useAnsweringForm({
    urn: response.urn,
    responseId: response.id,
    editable,
    open: opened,
    missing,
    kept,
  });
  const { queue } = answering;
  const submit = useSubmit();
  const announce = useAnnounce();
  useUnsavedGuard(queue);

  async function leave(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { nativeEvent } = event;
    const pressed = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const then = pressed instanceof HTMLButtonElement ? pressed.value : "";
    const allSaved = await queue.flush();
    if (allSaved && then === "stay") return;
    if (allSaved) {
      submit({ then }, { method: "post" });
      return;
    }
    announce("Not everything is saved yet. Look at the answers marked as not saved.");
    document.querySelector<HTMLElement>(`#main [aria-invalid="true"], #main ${VERSIONS}`)?.focus();
  }

  return (
    <AnsweringProvider value={answering}>
      <Form
        method="post"
        noValidate
        autoComplete="off"
        onChange={onChange}
        onSubmit={(event) => void leave(event)}
      >
        <input type="hidden" name={WRITER_FIELD} value={writer} />
        {editable ? <EnterSaves /> : null}
        <SignInAgain />
        <PutBack keys={[...new Set([...kept, ...putBack])]} />
        <fieldset className="ir-plain-fieldset" disabled={!editable}>
          {children}
        </fieldset>
      </Form>
    </AnsweringProvider>
  );
}
