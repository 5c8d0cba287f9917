import { type FormEvent, useId, useRef, useState } from "react";
import { noteCountWords } from "~/domain/visit/device-words";
import { keepsVisits } from "../visits/notes/keeping-flag";
import { useSignedInPerson } from "./signed-in-person";

/** Only those who made notes on a visit need it. */
const leaving = () => import("../visits/notes/leaving");

/**
 * Signing out changes something, so it is a form that posts, also without JavaScript. What this device kept of the
 * person's visits goes first; where notes were not sent, they are told.
 */
export function SignOutButton() {
  const person = useSignedInPerson();
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [unsent, setUnsent] = useState(0);
  async function leave(whose: string) {
    const { forgetOnLeaving } = await leaving();
    await forgetOnLeaving(whose).catch(() => undefined);
    form.current?.submit();
  }
  async function ask(whose: string) {
    const { unsentNotes } = await leaving();
    const count = await unsentNotes(whose);
    setUnsent(count);
    if (count === 0) await leave(whose);
    else dialog.current?.showModal();
  }
  function submit(event: FormEvent) {
    if (person === null || !keepsVisits()) return;
    event.preventDefault();
    ask(person).catch(() => form.current?.submit());
  }
  return (
    <>
      <form method="post" action="/sign-out" ref={form} onSubmit={submit}>
        <button type="submit" className="ir-link-button">
          Sign out
        </button>
      </form>
      <dialog ref={dialog} className="ir-dialog" aria-labelledby={heading}>
        <h2 className="ir-h3" id={heading}>
          {noteCountWords(unsent)} on this tablet {unsent === 1 ? "was" : "were"} not sent
        </h2>
        <p>Signing out deletes them here. Stay signed in until they are sent.</p>
        <div className="ir-actions">
          <button type="button" className="ir-button" onClick={() => dialog.current?.close()}>
            Stay signed in
          </button>
          <button
            type="button"
            className="ir-button ir-button-secondary"
            onClick={() => person !== null && void leave(person)}
          >
            Delete them and sign out
          </button>
        </div>
      </dialog>
    </>
  );
}
