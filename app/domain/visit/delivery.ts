import { newLikelyNames } from "~/domain/people/new-likely-names";
import { findUpn } from "~/domain/people/upn";
import type { NoteKind } from "./states";

/** Signs in a note; the box on the device says so too. */
export const LONGEST_NOTE = 2000;

/**
 * What a device hands in about one note. `id` is the delivery's own, made once: the same one again gets the same answer.
 * `baseVersion` is the version the device last had from the server, 0 for a note it has not delivered yet.
 */
export type Delivery = {
  id: string;
  noteId: string;
  activityId: string;
  baseVersion: number;
  kind: NoteKind;
  text: string;
  /** By the device's clock. */
  notedAt: Date;
  /** The author takes the note out. */
  removed: boolean;
  /** The writer has said that the words name no child. */
  namesConfirmed: boolean;
};

/** The note as the server has it. */
export type HeldNote = {
  authorId: string;
  activityId: string;
  kind: NoteKind;
  text: string;
  version: number;
  removed: boolean;
};

/** What a device is told. `conflict` gives back what is held, and the device keeps both texts. */
export type DeliveryAnswer =
  | { answer: "kept"; version: number }
  | { answer: "removed"; version: number }
  | {
      answer: "conflict";
      version: number;
      held: { kind: NoteKind; text: string; removed: boolean };
    }
  | { answer: "refused"; why: DeliveryRefusal };

/** Why a note is not taken. The device keeps it and says so; only the writer takes it away. */
export type DeliveryRefusal =
  "empty" | "too-long" | "upn" | "names" | "not-yours" | "no-such-activity" | "closed";

/** What is written for an answer: nothing for a conflict or a refusal. */
export type DeliveryWrite = "insert" | "update" | "none";

export type Decision = { write: DeliveryWrite; answer: DeliveryAnswer };

type Place = { authorId: string; held: HeldNote | undefined; activityExists: boolean };

/**
 * Decides on one delivery. Two reviewers never overwrite each other, since a note is its author's; one author's two
 * devices meet in a conflict. A device whose clock is wrong changes nothing: order is by version, never by time.
 */
export function decideDelivery(delivery: Delivery, place: Place): Decision {
  const why = refusalOf(delivery, place);
  if (why !== null) return { write: "none", answer: { answer: "refused", why } };
  const { held } = place;
  if (held === undefined) return decideNew(delivery);
  if (saysTheSame(delivery, held)) return { write: "none", answer: kept(delivery, held.version) };
  if (delivery.baseVersion !== held.version) return { write: "none", answer: conflictWith(held) };
  return { write: "update", answer: kept(delivery, held.version + 1) };
}

/** A note that was removed before it was ever delivered leaves only its mark, so that it cannot come back. */
function decideNew(delivery: Delivery): Decision {
  return { write: "insert", answer: kept(delivery, 1) };
}

function refusalOf(delivery: Delivery, place: Place): DeliveryRefusal | null {
  if (place.held !== undefined && place.held.authorId !== place.authorId) return "not-yours";
  if (!place.activityExists) return "no-such-activity";
  if (delivery.removed) return null;
  if (delivery.text.trim() === "") return "empty";
  if (delivery.text.length > LONGEST_NOTE) return "too-long";
  if (findUpn(delivery.text).length > 0) return "upn";
  return asksNames(delivery, place.held?.text ?? "") ? "names" : null;
}

/** Words that may name a child and did not stand in the note before are asked about (design.md decision 11). */
const asksNames = ({ text, namesConfirmed }: Delivery, before: string): boolean =>
  !namesConfirmed && newLikelyNames(text, { before }).length > 0;

const saysTheSame = (delivery: Delivery, held: HeldNote): boolean =>
  delivery.removed === held.removed &&
  (held.removed ||
    (delivery.text === held.text &&
      delivery.kind === held.kind &&
      delivery.activityId === held.activityId));

const kept = ({ removed }: Delivery, version: number): DeliveryAnswer => ({
  answer: removed ? "removed" : "kept",
  version,
});

const conflictWith = ({ version, kind, text, removed }: HeldNote): DeliveryAnswer => ({
  answer: "conflict",
  version,
  held: { kind, text, removed },
});
