import { Button } from "../../button";
import { NoteForm } from "./note-form";
import type { ListedRow } from "./note-rows";
import type { VisitDevice } from "./visit-device";

type ChangeNoteProps = {
  note: ListedRow | null;
  /** The version the server listed, for the form without JavaScript. */
  base: number;
  delivery: string;
  action: string;
  device: VisitDevice | null;
  onDone: () => void;
  linkBack: string;
};

/** One note to change or take out; pressing one of the three buttons keeps it again. */
export function ChangeNote(props: ChangeNoteProps) {
  const { note, base, delivery, action, device, onDone, linkBack } = props;
  if (note === null) return null;
  const { id, activityId, notedAt, text, kind } = note;
  const fields = { note: id, delivery, line: activityId, base, notedAt };
  function takeOut() {
    void device?.takeOut(id);
    onDone();
  }
  return (
    <div className="ir-panel ir-panel-side">
      <NoteForm
        id="change"
        action={action}
        fields={fields}
        label="Change this note"
        hint="Pressing one of the three keeps it."
        text={text}
        before={text}
        error={undefined}
        autoFocus
        onKeep={
          device === null
            ? null
            : (written) => {
                return device.keep({ id, activityId, notedAt, ...written }).then(onDone);
              }
        }
      />
      <form
        method="post"
        action={action}
        className="ir-actions"
        onSubmit={(event) => {
          if (device === null) return;
          event.preventDefault();
          takeOut();
        }}
      >
        <input type="hidden" name="intent" value="take-out" />
        <input type="hidden" name="note" value={id} />
        <input type="hidden" name="delivery" value={delivery} />
        <input type="hidden" name="line" value={activityId} />
        <input type="hidden" name="base" value={base} />
        <input type="hidden" name="notedAt" value={notedAt} />
        <input type="hidden" name="kind" value={kind} />
        <Button secondary>Take it out</Button>
        <a
          href={linkBack}
          onClick={(event) => {
            event.preventDefault();
            onDone();
          }}
        >
          Leave it as it was
        </a>
      </form>
    </div>
  );
}
