/**
 * A file that was read and compared waits for somebody to look it through, then it is applied once. While its lines are
 * kept, and where that was cut short, it is set aside: nobody sees it.
 */
export const IMPORT_STATES = ["waiting", "applied", "set-aside"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What a line of the file does to the register. */
export const LINE_KINDS = ["added", "changed", "closed"] as const;
export type LineKind = (typeof LINE_KINDS)[number];
