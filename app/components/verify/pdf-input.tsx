import { useRef, useState, type DragEvent } from "react";
import { classNames } from "../class-names";
import { Field } from "../form/field";
import { describedBy } from "../form/field-ids";

type PdfInputProps = {
  id: string;
  label: string;
  error?: string;
  maxBytes: number;
  tooLargeText: string;
};

/**
 * A plain file input. With JavaScript the room around it takes a file that is dropped, and a file that is too
 * large is told before it is sent.
 */
export function PdfInput({ id, label, error, maxBytes, tooLargeText }: PdfInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState<boolean | null>(null);
  const shown = tooLarge === null ? error : tooLarge ? tooLargeText : undefined;

  function measure() {
    const file = input.current?.files?.[0];
    setTooLarge(file === undefined ? null : file.size > maxBytes);
  }
  function take(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (input.current === null || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    measure();
  }
  function hold(event: DragEvent) {
    event.preventDefault();
    setOver(true);
  }
  return (
    <div
      className={classNames("ir-drop", over && "ir-drop-over")}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <Field id={id} label={label} error={shown}>
        <input
          ref={input}
          type="file"
          id={id}
          name={id}
          accept="application/pdf,.pdf"
          className="ir-file"
          aria-describedby={describedBy(id, { error: shown })}
          aria-invalid={shown === undefined ? undefined : true}
          onChange={measure}
        />
      </Field>
    </div>
  );
}
