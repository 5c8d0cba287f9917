import { Form, useSubmit } from "@remix-run/react";
import { useState, type FormEvent, type ReactNode } from "react";
import type { ResponseHeaderView } from "~/services/answering/views";
import { Panel } from "../panels/panel";
import { useAnnounce } from "../shell/announcer";
import { AnsweringProvider } from "./answering-context";
import { answerNoun } from "./answer-words";
import type { OpenAnswer } from "./autosave/queue-types";
import type { MissingAnswer } from "./missing-answers";
import { SignInAgain } from "./sign-in-again";
import { useAnsweringForm } from "./use-answering-form";
import { useUnsavedGuard } from "./use-unsaved";

type AnsweringFormProps = {
  response: ResponseHeaderView;
  open: ReadonlyMap<string, OpenAnswer>;
  missing?: readonly MissingAnswer[];
  children: ReactNode;
};

/** The first way on of two versions. */
const VERSIONS = "button[name=resolve]";
const NONE: readonly MissingAnswer[] = [];

/**
 * The one form of an answering page. Posted whole without JavaScript; with it each answer is saved by itself,
 * and its buttons wait for what is under way and then only say where to go.
 */
export function AnsweringForm(props: AnsweringFormProps) {
  const { response, open, missing = NONE, children } = props;
  const editable = response.editable.ok;
  // The answers of the first drawing: saving goes on from them, whatever is loaded again later.
  const [opened] = useState(open);
  const { answering, onChange, putBack } = useAnsweringForm({
    urn: response.urn,
    responseId: response.id,
    editable,
    open: opened,
    missing,
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
    if (allSaved) {
      submit({ then }, { method: "post" });
      return;
    }
    announce("Not everything is saved yet. Look at the answers marked as not saved.");
    document.querySelector<HTMLElement>(`#main [aria-invalid="true"], #main ${VERSIONS}`)?.focus();
  }

  return (
    <AnsweringProvider value={answering}>
      <Form method="post" noValidate onChange={onChange} onSubmit={(event) => void leave(event)}>
        <SignInAgain />
        <PutBack keys={putBack} />
        <fieldset className="ir-plain-fieldset" disabled={!editable}>
          {children}
        </fieldset>
      </Form>
    </AnsweringProvider>
  );
}

function PutBack({ keys }: { keys: readonly string[] }) {
  if (keys.length === 0) return null;
  const nouns = keys.map((key) => (key.startsWith("field:") ? "your numbers" : answerNoun(key)));
  return (
    <div className="ir-above">
      <Panel kind="caution" title="What you typed before is back in its box">
        <p>
          It was not saved when the page closed: {[...new Set(nouns)].join(", ")}. It is saved by
          itself now; each answer says when.
        </p>
      </Panel>
    </div>
  );
}
