import { useSyncExternalStore } from "react";

const NAME = "level-keys";
const listeners = new Set<() => void>();
/** What was chosen on this page; storage may be turned off. */
let onThisPage: boolean | null = null;

function readStored(): boolean {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    return true;
  }
}

const isOn = (): boolean => onThisPage ?? readStored();

function turn(on: boolean): void {
  onThisPage = on;
  try {
    localStorage.setItem(NAME, on ? "on" : "off");
  } catch {
    // It then holds for this page only.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether single keys choose levels, remembered in this browser; and the switch (WCAG 2.1.4). */
export function useLevelKeys(): { on: boolean; toggle: () => void } {
  const on = useSyncExternalStore(subscribe, isOn, () => true);
  return { on, toggle: () => turn(!on) };
}
