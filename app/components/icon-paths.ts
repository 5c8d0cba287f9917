/** Every icon is a shape on a 20 by 20 field, never a character: fonts lack most signs. */
export type IconShape = { solid?: boolean; paths: readonly string[]; counter?: readonly string[] };

const star = "M10 1.8l2.5 5.3 5.7.7-4.2 4 1.1 5.7L10 14.7l-5.1 2.8L6 11.8l-4.2-4 5.7-.7z";

export const ICON_SHAPES = {
  tick: { paths: ["M3.5 10.5l4.3 4.3 8.7-9.6"] },
  half: {
    solid: true,
    paths: ["M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zm0 2a6.5 6.5 0 0 1 0 13z"],
  },
  "ring-empty": {
    paths: [
      "M10 2.5a7.5 7.5 0 0 1 3 .6M15.6 5a7.5 7.5 0 0 1 1.6 3M17.2 12a7.5 7.5 0 0 1-1.6 3M13 16.9a7.5 7.5 0 0 1-3 .6M7 16.9A7.5 7.5 0 0 1 4.4 15M2.8 12a7.5 7.5 0 0 1 0-4M4.4 5A7.5 7.5 0 0 1 7 3.1",
    ],
  },
  lock: {
    solid: true,
    paths: [
      "M5.5 8.500V6a4.5 4.5 0 0 1 9 0v2.500h1v9.500h-11V8.500zm2.2 0h4.600V6a2.3 2.3 0 0 0-4.6 0z",
    ],
  },
  eye: {
    paths: [
      "M1.5 10S4.8 4.5 10 4.5 18.5 10 18.5 10 15.2 15.5 10 15.5 1.5 10 1.5 10z",
      "M10 7.600a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.800z",
    ],
  },
  warning: { solid: true, paths: ["M10 1.800l9 16H1z"], counter: ["M10 7.500v4.800M10 14.800v.4"] },
  "chevron-left": { paths: ["M13 3l-7 7 7 7"] },
  "chevron-down": { paths: ["M3.5 7l6.5 6.500L16.5 7"] },
  triangle: { solid: true, paths: ["M4 2l13 8-13 8z"] },
  speech: { paths: ["M2.5 3.500h15v10H9l-4 4v-4H2.500z"] },
  pencil: { paths: ["M3 17l1-4.500L13.5 3l3.5 3.500L7.5 16z", "M11.5 5l3.5 3.5"] },
  document: { paths: ["M4.5 2h7.500l4 4v12H4.500z", "M7.5 10.500h5M7.5 14h5"] },
  calendar: { paths: ["M3 4.500h14v13H3z", "M3 8.500h14M6.5 2v4M13.5 2v4"] },
  /** A cloud struck through: only here, no connection. */
  offline: {
    paths: [
      "M6.200 5.600A4.800 4.800 0 0 1 14.600 8a3.400 3.400 0 0 1 2.600 5.400M14.500 14.500H5.600a3.600 3.600 0 0 1-.700-7.100",
      "M3 3l14 14",
    ],
  },
  star: { solid: true, paths: [star] },
  person: {
    paths: [
      "M10 3a3.3 3.3 0 1 0 0 6.600A3.3 3.3 0 0 0 10 3zM3.5 17.500c.6-3.4 3.2-5.2 6.5-5.200s5.9 1.8 6.5 5.2",
    ],
  },
  telephone: {
    paths: [
      "M4.500 2.500h3l1.500 4-2 1.500a10 10 0 0 0 5 5l1.500-2 4 1.500v3a1.500 1.500 0 0 1-1.600 1.500C9.600 16.600 3.400 10.400 3 4.100a1.500 1.500 0 0 1 1.500-1.600z",
    ],
  },
  clock: { paths: ["M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16z", "M10 5.500V10l3 2"] },
  "arrow-up": { paths: ["M10 17V3M4.5 8.500L10 3l5.5 5.5"] },
  "arrow-down": { paths: ["M10 3v14M4.5 11.500L10 17l5.5-5.5"] },
  "tick-disc": {
    solid: true,
    paths: ["M10 .5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z"],
    counter: ["M5.8 10.500l3 3 5.5-6.5"],
  },
  "cross-disc": {
    solid: true,
    paths: ["M10 .5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z"],
    counter: ["M6.8 6.800l6.4 6.400M13.2 6.800l-6.4 6.4"],
  },
  question: {
    solid: true,
    paths: ["M10 .5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z"],
    counter: ["M7.2 7.600a2.8 2.8 0 1 1 4.2 2.400c-1 .6-1.4 1.1-1.4 2.200M10 14.900v.3"],
  },
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof ICON_SHAPES;
