const NAME = "typedEarly";

/**
 * Runs before anything is drawn: keeps what someone types or chooses before the page's own script is there,
 * because React and react-hook-form set controls back to what the server sent.
 */
export const RECORD_TYPED = `const typed=(window.${NAME}=new Map());addEventListener("input",({target:t})=>{if(window.${NAME}===typed){typed.delete(t);typed.set(t,t.type==="radio"||t.type==="checkbox"?t.checked:t.value)}},true);`;

type TextControl = HTMLInputElement | HTMLTextAreaElement;
export type Control = TextControl | HTMLSelectElement;
/** What a control held last: its text, or whether it is chosen. */
export type Typed = { control: Control; value: string | boolean };

const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

/** What was typed or chosen so far, oldest first. Nothing once it has been put back. */
export function typedEarly(): Typed[] {
  const kept: unknown = Reflect.get(window, NAME);
  if (!(kept instanceof Map)) return [];
  const entries: [unknown, unknown][] = [...kept];
  return entries.flatMap(([control, value]) =>
    isControl(control) && (typeof value === "string" || typeof value === "boolean")
      ? [{ control, value }]
      : [],
  );
}

/** Puts it back into the controls, and stops recording: from here on the page's own script sees every key. */
export function putBackTyped(): void {
  for (const { control, value } of typedEarly()) {
    if (typeof value === "string") {
      if (control.value !== value) control.value = value;
    } else if (control instanceof HTMLInputElement && control.checked !== value) {
      control.checked = value;
    }
  }
  Reflect.deleteProperty(window, NAME);
}
