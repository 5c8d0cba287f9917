/** Why jottings are not taken. The device keeps them and says so. */
export type JottingsRefusal = "closed" | "too-long" | "upn";

/** `conflict` gives back what is held: two devices of one person, who chooses. */
export type JottingsOutcome =
  | { kind: "saved"; version: number }
  | { kind: "conflict"; held: { text: string; version: number } }
  | { kind: "refused"; why: JottingsRefusal };

/** Jottings on the device: the words, the version they build on, and whether the server has them. */
export type DeviceJottings = {
  text: string;
  version: number;
  waits: boolean;
  /** Other words of the same writer, met when these were sent. */
  theirs: { text: string; version: number } | null;
  /** Why the server did not take these words. */
  refused: JottingsRefusal | null;
};

const SETTLED = { waits: false, theirs: null, refused: null };

export const NO_JOTTINGS: DeviceJottings = { text: "", version: 0, ...SETTLED };

/** What was jotted here and not sent stays; else the later of the two. */
export function freshestJottings(
  own: DeviceJottings,
  given: { text: string; version: number },
): DeviceJottings {
  if (own.waits || own.version >= given.version) return own;
  return { ...given, ...SETTLED };
}

/** Words written here, to be sent. */
export function jot(own: DeviceJottings, text: string): DeviceJottings {
  return { ...own, text, waits: true, refused: null };
}

/** Settles two versions: the words here on top of the other ones, or the other ones in place of them. */
export function settleJottings(own: DeviceJottings, keep: "mine" | "theirs"): DeviceJottings {
  const { theirs, text } = own;
  if (theirs === null) return own;
  return keep === "mine"
    ? { ...SETTLED, text, version: theirs.version, waits: true }
    : { ...SETTLED, ...theirs };
}

/** Writes down what the server answered to the words that were `told`; what was written since waits on. */
export function takeJottingsOutcome(
  own: DeviceJottings,
  told: { text: string },
  outcome: JottingsOutcome,
): DeviceJottings {
  const isSame = own.text === told.text;
  switch (outcome.kind) {
    case "saved":
      return { ...own, ...SETTLED, version: outcome.version, waits: !isSame };
    case "conflict":
      return { ...own, theirs: outcome.held };
    case "refused":
      return { ...own, refused: isSame ? outcome.why : null };
  }
}
