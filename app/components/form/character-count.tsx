import { classNames } from "../class-names";
import { fieldIds } from "./field-ids";

type CharacterCountProps = { id: string; length: number | null; limit: number };

/** From here on the count is worth showing; before it, it would only be noise beside 49 boxes. */
const SHOWN_FROM = 0.75;

/** Counts what is left once three quarters are used. `length` is null until someone types. */
export function CharacterCount({ id, length, limit }: CharacterCountProps) {
  if (length === null || length < limit * SHOWN_FROM) return null;
  const over = length > limit;
  return (
    <p
      id={fieldIds(id).count}
      className={classNames("ir-count", over && "ir-count-over")}
      aria-live="polite"
    >
      {characterCountText(length, limit)}
    </p>
  );
}

/** "12 characters left", "1 character too many". */
export function characterCountText(length: number, limit: number): string {
  const distance = Math.abs(limit - length);
  const noun = distance === 1 ? "character" : "characters";
  return `${distance} ${noun} ${length > limit ? "too many" : "left"}`;
}
