import { type ChangeEvent, type FocusEvent, useEffect, useRef } from "react";
import { JOTTINGS_REFUSAL_WORDS } from "~/domain/visit/device-words";
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
  /** The text the box last had in common with storage: what differs from it was typed and not kept yet. */
  const inStep = useRef(given.text.replace(/\r\n?/g, "\n"));
  const { jottings } = state;
  const stored = jottings?.text ?? given.text;
  const refusal = jottings?.refused ? JOTTINGS_REFUSAL_WORDS[jottings.refused] : undefined;
  function takeOver() {
    if (box.current === null || box.current.value !== inStep.current) return;
    box.current.value = stored;
    inStep.current = box.current.value;
  }
  useEffect(takeOver, [stored]);
  function keep(text: string) {
    window.clearTimeout(timer.current);
    inStep.current = text;
    void device?.jot(text);
  }
  function write({ currentTarget: { value } }: ChangeEvent<HTMLTextAreaElement>) {
    window.clearTimeout(timer.current);
    if (device !== null) timer.current = window.setTimeout(() => keep(value), TYPING_MS);
  }
  function finish({ currentTarget: { value } }: FocusEvent<HTMLTextAreaElement>) {
    if (device !== null && value !== inStep.current) keep(value);
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
          error={error ?? refusal}
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
