import type { ComponentPropsWithoutRef } from "react";
import type { Level } from "~/domain/questionnaire/definition";
import type { LevelSign } from "./level-sign";

/** A level as a form offers it: `code` is sent, `shortcut` is the key that chooses it in the levels view. */
export type LevelChoice = LevelSign & Pick<Level, "code" | "shortcut">;

/** What a set of level radios shares. Nothing is chosen in advance: `chosen` is what is saved. */
export type LevelSet = {
  /** Also the id of the first radio, so that an error can link to it. */
  id: string;
  name: string;
  levels: readonly LevelChoice[];
  /** Code of the saved level. */
  chosen: string | null;
  control?: Omit<ComponentPropsWithoutRef<"input">, "id" | "name" | "value" | "type">;
};
