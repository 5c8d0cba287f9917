import type { ComponentPropsWithoutRef } from "react";

/** One thing that can be chosen. */
export type Choice = { value: string; label: string; hint?: string };

/** What a set of radios shares. `chosen` is what is saved; nothing is chosen in advance. */
export type ChoiceSet = {
  /** Also the start of each control's id: the first control has exactly this id, so that errors link to it. */
  id: string;
  name: string;
  choices: readonly Choice[];
  chosen: string | null;
  /** Goes on every control: `onChange`, or `register()` of react-hook-form. */
  control?: Omit<ComponentPropsWithoutRef<"input">, "id" | "name" | "value" | "type">;
};

/** Id of the control at a place in the set. */
export const choiceId = (id: string, index: number): string =>
  index === 0 ? id : `${id}-${index + 1}`;
