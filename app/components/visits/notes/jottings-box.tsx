import { type ChangeEvent, useEffect, useRef } from "react";
import { LONGEST_JOTTINGS } from "~/domain/visit/notes-open";
import { Button } from "../../button";
import { TextArea } from "../../form/text-area";
import { Icon } from "../../icon";
import type { VisitDevice, DeviceState } from "./visit-device";

type JottingsBoxProps = {
  action: string;
  person: string;
  given: { text: string; version: number };
  device: VisitDevice | null;
  state: DeviceState;
  error: string | undefined;
};

/** How long after the last key jottings are written to storage. */
const TYPING_MS = 500;

/** A reviewer's own jottings, folded away; nobody else ever reads them (design.md section 3). */
export function JottingsBox({ action, person, given, device, state, error }: JottingsBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<number>(undefined);
  const { jottings } = state;
  const stored = jottings?.text ?? given.text;
  useEffect(() => {
    // Not while somebody writes in it.
    if (box.current && document.activeElement !== box.current) box.current.value = stored;
  }, [stored]);
  function write(event: ChangeEvent<HTMLTextAreaElement>) {
    if (device === null) return;
    const { value } = event.currentTarget;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void device.jot(value), TYPING_MS);
  }
  function finish() {
    if (device === null || box.current === null || box.current.value === stored) return;
    window.clearTimeout(timer.current);
    void device.jot(box.current.value);
  }
  return (
    <details className="ir-details ir-jottings" open={error !== undefined}>
      <summary>
        <Icon name="triangle" />
        <Icon name="lock" />
        Your jottings, for you alone
      </summary>
      <form method="post" action={action} className="ir-details-body">
        <input type="hidden" name="intent" value="jottings" />
        <input type="hidden" name="person" value={person} />
        <input type="hidden" name="version" value={given.version} />
        <TextArea
          ref={box}
          id="jottings"
          name="text"
          label="Jottings"
          labelStyle="small"
          hint="Nobody else reads them, not even the other reviewer. They are deleted when the visit closes."
          warnNames
          error={error}
          defaultValue={given.text}
          limit={LONGEST_JOTTINGS}
          onChange={write}
          onBlur={finish}
        />
        {device === null ? <Button secondary>Save your jottings</Button> : null}
        {jottings === null || jottings.text === "" ? null : (
          <p className="ir-hint">{jottings.waits ? "On this tablet" : "Sent"}</p>
        )}
        {jottings?.theirs ? <TwoJottings device={device} text={jottings.theirs.text} /> : null}
      </form>
    </details>
  );
}

const TwoJottings = ({ device, text }: { device: VisitDevice | null; text: string }) => (
  <div className="ir-panel ir-panel-conflict">
    <p>
      <strong>You jotted on another device too:</strong>
    </p>
    <p className="ir-note-text">{text}</p>
    <div className="ir-buttons">
      <Button type="button" secondary onClick={() => void device?.settleJottings("mine")}>
        Keep the one here
      </Button>
      <Button type="button" secondary onClick={() => void device?.settleJottings("theirs")}>
        Keep the other
      </Button>
    </div>
  </div>
);
