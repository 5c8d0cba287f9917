import type { KeyboardEvent } from "react";
import type { LevelChoice } from "../../levels/level-choice";
import { DUTY_CHOICES } from "../duty-words";

/** Chooses with one key while a row has focus (WCAG 2.1.4), and moves between rows with the arrows. */
export function chooseByKey(
  event: KeyboardEvent<HTMLDivElement>,
  levels: readonly LevelChoice[],
): void {
  const { target, key } = event;
  const isHeld = event.ctrlKey || event.altKey || event.metaKey;
  if (isHeld || !(target instanceof HTMLInputElement) || target.type !== "radio") return;
  const row = event.currentTarget;
  if (key === "ArrowDown" || key === "ArrowUp") {
    event.preventDefault();
    focusRow(row, key === "ArrowDown" ? 1 : -1);
    return;
  }
  const isDuty = target.name.endsWith(".duty");
  const chosen = radioIn(
    row,
    isDuty ? "duty" : "level",
    isDuty ? dutyFor(key) : levelFor(key, levels),
  );
  if (chosen === null) return;
  event.preventDefault();
  chosen.click();
  moveOn(row, isDuty ? "duty" : "level");
}

const dutyFor = (key: string): string | undefined =>
  DUTY_CHOICES.find(({ label }) => label.charAt(0) === key.toUpperCase())?.value;

const levelFor = (key: string, levels: readonly LevelChoice[]): string | undefined =>
  levels.find(({ shortcut }) => shortcut === key.toUpperCase())?.code;

function radioIn(row: Element, part: string, value: string | undefined): HTMLInputElement | null {
  if (value === undefined) return null;
  return row.querySelector<HTMLInputElement>(`input[name$=".${part}"][value="${value}"]`);
}

/** After a level comes its duty, if it has one; then the next row. */
export function moveOn(row: Element, from: "level" | "duty"): void {
  const duty = from === "level" ? firstRadio(row, "duty") : null;
  if (duty) duty.focus({ preventScroll: true });
  else focusRow(row, 1);
}

function focusRow(row: Element, step: 1 | -1): void {
  const rows = [...(row.closest("[data-rows]")?.querySelectorAll("[data-item]") ?? [])];
  const next = rows[rows.indexOf(row) + step];
  if (next) focusFirst(next);
}

/** Puts the cursor on the choice of a row, or on its first one. */
export function focusFirst(row: Element): void {
  const radio = firstRadio(row, "level");
  radio?.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function firstRadio(row: Element, part: string): HTMLInputElement | null {
  const named = `input[name$=".${part}"]`;
  return row.querySelector<HTMLInputElement>(`${named}:checked`) ?? row.querySelector(named);
}
