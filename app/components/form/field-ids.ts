/** Ids of the pieces of one field, all made from the field's id. */
export type FieldIds = { hint: string; warning: string; error: string; count: string };

export const fieldIds = (id: string): FieldIds => ({
  hint: `${id}-hint`,
  warning: `${id}-names`,
  error: `${id}-error`,
  count: `${id}-count`,
});

type Pieces = { hint?: unknown; warnNames?: boolean; error?: string };

/** The `aria-describedby` of a control: the pieces that are there, in the order they are read. */
export function describedBy(id: string, { hint, warnNames, error }: Pieces): string | undefined {
  const ids = fieldIds(id);
  const present = [hint && ids.hint, warnNames && ids.warning, error && ids.error].filter(
    (part): part is string => typeof part === "string" && part !== "",
  );
  return present.length > 0 ? present.join(" ") : undefined;
}
