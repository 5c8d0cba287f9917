import { STYLE, type TextStyle } from "../engine/paper";

/**
 * How large a record is printed: the largest that stays on two pages is taken (look/README.md section 7). Nothing is
 * ever cut: what both signed stands there whole.
 */
export type RecordLook = {
  body: TextStyle;
  strong: TextStyle;
  muted: TextStyle;
  heading: TextStyle;
  title: TextStyle;
  /** Points between parts, and between the lines of one. */
  gap: number;
  step: number;
  /** A finding's words as one paragraph each, its level beside its heading. */
  close: boolean;
};

const look = (size: number, leading: number): Pick<RecordLook, "body" | "strong" | "muted"> => ({
  body: { ...STYLE.body, size, leading },
  strong: { ...STYLE.strong, size, leading },
  muted: { ...STYLE.muted, size, leading },
});

export const RECORD_LOOKS: readonly RecordLook[] = [
  { ...look(10.5, 1.45), heading: STYLE.h2, title: STYLE.title, gap: 16, step: 4, close: false },
  {
    ...look(9.75, 1.4),
    heading: { ...STYLE.h2, size: 11.5 },
    title: { ...STYLE.title, size: 18 },
    gap: 11,
    step: 3,
    close: false,
  },
  {
    ...look(9, 1.32),
    heading: { ...STYLE.h2, size: 10, leading: 1.3 },
    title: { ...STYLE.title, size: 15, leading: 1.25 },
    gap: 7,
    step: 2,
    close: true,
  },
  {
    ...look(8.4, 1.27),
    heading: { ...STYLE.h2, size: 9, leading: 1.25 },
    title: { ...STYLE.title, size: 13, leading: 1.2 },
    gap: 5,
    step: 1,
    close: true,
  },
  {
    ...look(8, 1.18),
    heading: { ...STYLE.h2, size: 8.4, leading: 1.18 },
    title: { ...STYLE.title, size: 12, leading: 1.2 },
    gap: 2.6,
    step: 0.5,
    close: true,
  },
];
