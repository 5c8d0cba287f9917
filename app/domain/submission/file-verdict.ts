/** What was found in a file whose bytes are none that this service keeps. */
export type ForeignFile = {
  /** `broken`: it carries a seal, or what is left of one, that does not hold. */
  seal: "none" | "holds" | "broken";
  /** The seal is by a certificate this service has sealed with. */
  certificateOurs: boolean;
  /** It carries the reference of a copy that this service has sealed. */
  referenceOurs: boolean;
};

/** Why the file is not one of ours. `our-seal`: the seal is ours and holds, but no such copy is kept. */
export const NOT_OURS_REASONS = ["no-seal", "another-seal", "our-seal"] as const;
export type NotOursReason = (typeof NOT_OURS_REASONS)[number];

export type ForeignVerdict =
  { kind: "altered"; sealGone: boolean } | { kind: "not-ours"; why: NotOursReason };

/**
 * Altered or not ours (design.md decision 10); genuine is said of identical bytes only, never here. A seal of
 * ours that holds around bytes we do not keep is altered when we keep the copy it names: the seal's own room
 * was changed, which the seal cannot tell.
 */
export function judgeForeignFile(file: ForeignFile): ForeignVerdict {
  const { seal, certificateOurs, referenceOurs } = file;
  if (seal === "none") {
    return referenceOurs
      ? { kind: "altered", sealGone: true }
      : { kind: "not-ours", why: "no-seal" };
  }
  if (seal === "holds" && !certificateOurs) return { kind: "not-ours", why: "another-seal" };
  if (seal === "holds" && !referenceOurs) return { kind: "not-ours", why: "our-seal" };
  if (certificateOurs || referenceOurs) return { kind: "altered", sealGone: false };
  return { kind: "not-ours", why: "another-seal" };
}
