/** One box of a form: as it was when the page was made, and as it was sent. Line ends are `\n`. */
export type Sent = { was: string; now: string };

/** Two people changed one box: what stands is the other's. Nothing of it was written. */
export type Clash = { field: string; stands: string };

export type Merged = { write: Record<string, string>; clashes: Clash[] };

/**
 * What of a form is written over what stands, box by box, so that two people on one page lose nothing: a box that its
 * writer left alone keeps what stands, one that only they changed is written, one that both changed differently is
 * told. Boxes that do not stand any more are passed over.
 */
export function mergeSent(
  stands: Readonly<Record<string, string>>,
  sent: ReadonlyMap<string, Sent>,
): Merged {
  const merged: Merged = { write: {}, clashes: [] };
  for (const [field, { was, now }] of sent) {
    const held = stands[field];
    if (held === undefined || now === was || now === held) continue;
    if (held === was) merged.write[field] = now;
    else merged.clashes.push({ field, stands: held });
  }
  return merged;
}
