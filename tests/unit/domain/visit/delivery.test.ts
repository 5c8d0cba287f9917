import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decideDelivery,
  LONGEST_NOTE,
  type Delivery,
  type HeldNote,
} from "~/domain/visit/delivery";

const delivery = (over: Partial<Delivery> = {}): Delivery => ({
  id: "delivery",
  noteId: "note",
  activityId: "year-4",
  baseVersion: 0,
  kind: "saw",
  text: "Word mats are used by everyone.",
  notedAt: new Date("2027-02-04T10:34:00Z"),
  removed: false,
  namesConfirmed: false,
  ...over,
});

const held = (over: Partial<HeldNote> = {}): HeldNote => ({
  authorId: "ruth",
  activityId: "year-4",
  kind: "saw",
  text: "Word mats.",
  version: 1,
  removed: false,
  ...over,
});

const decide = (given: Delivery, note?: HeldNote) =>
  decideDelivery(given, { authorId: "ruth", held: note, activityExists: true });

describe("a delivery of a note", () => {
  it("makes a new note", () => {
    expect(decide(delivery())).toEqual({ write: "insert", answer: { answer: "kept", version: 1 } });
  });

  it("changes the note it was made from", () => {
    expect(decide(delivery({ baseVersion: 1 }), held())).toEqual({
      write: "update",
      answer: { answer: "kept", version: 2 },
    });
  });

  it("meets a conflict when the note has moved on, and gives back what is held", () => {
    expect(decide(delivery({ baseVersion: 1 }), held({ version: 2 }))).toEqual({
      write: "none",
      answer: {
        answer: "conflict",
        version: 2,
        held: { kind: "saw", text: "Word mats.", removed: false },
      },
    });
  });

  it("writes nothing where the note says the same already", () => {
    const note = held({ text: delivery().text, version: 3 });
    expect(decide(delivery({ id: "again" }), note)).toEqual({
      write: "none",
      answer: { answer: "kept", version: 3 },
    });
  });

  it("leaves the mark of a note that was taken out before it was delivered", () => {
    expect(decide(delivery({ removed: true, text: "" }))).toEqual({
      write: "insert",
      answer: { answer: "removed", version: 1 },
    });
  });

  it("never touches another reviewer's note", () => {
    const decision = decide(delivery({ baseVersion: 1 }), held({ authorId: "lukasz" }));
    expect(decision).toEqual({ write: "none", answer: { answer: "refused", why: "not-yours" } });
  });

  it.each([
    ["empty", " \n"],
    ["too-long", "a".repeat(LONGEST_NOTE + 1)],
    ["upn", "Pupil M823432103009"],
  ])("is refused as %s", (why, text) => {
    expect(decide(delivery({ text })).answer).toEqual({ answer: "refused", why });
  });

  it("is asked about where it may name a child, and taken once its writer says that it does not", () => {
    const named = delivery({ text: "Amelia in Year 4 read to us." });
    expect(decide(named)).toEqual({ write: "none", answer: { answer: "refused", why: "names" } });
    expect(decide({ ...named, namesConfirmed: true })).toMatchObject({ write: "insert" });
    const stood = held({ text: "Amelia in Year 4 read.", version: 1 });
    expect(decide({ ...named, baseVersion: 1 }, stood)).toMatchObject({ write: "update" });
    expect(decide({ ...named, removed: true })).toMatchObject({ write: "insert" });
  });

  it("is refused where the activity is not of this visit", () => {
    const place = { authorId: "ruth", held: undefined, activityExists: false };
    expect(decideDelivery(delivery(), place).answer).toEqual({
      answer: "refused",
      why: "no-such-activity",
    });
  });

  it("does not depend on any clock", () => {
    const times = fc.date({ noInvalidDate: true });
    fc.assert(
      fc.property(times, times, (one, other) => {
        const note = held({ version: 1 });
        const first = decide(delivery({ baseVersion: 1, notedAt: one }), note);
        expect(decide(delivery({ baseVersion: 1, notedAt: other }), note)).toEqual(first);
      }),
    );
  });
});
