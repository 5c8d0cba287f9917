import { describe, expect, it } from "vitest";
import {
  freshestJottings,
  jot,
  NO_JOTTINGS,
  settleJottings,
  takeJottingsOutcome,
  type DeviceJottings,
} from "~/domain/visit/device-jottings";

const jottings = (change: Partial<DeviceJottings> = {}): DeviceJottings => ({
  ...{ text: "Ask about the tray", version: 2, waits: false, theirs: null, refused: null },
  ...change,
});

describe("jottings on the device", () => {
  it("are those that wait here, however late the server’s are", () => {
    const own = jottings({ waits: true });
    expect(freshestJottings(own, { text: "From elsewhere", version: 9 })).toBe(own);
  });

  it("are the server’s where nothing waits here and theirs are later", () => {
    const given = { text: "From elsewhere", version: 3 };
    expect(freshestJottings(jottings(), given)).toEqual(jottings(given));
    expect(freshestJottings(NO_JOTTINGS, given)).toEqual(jottings(given));
    expect(freshestJottings(jottings(), { text: "A page kept long ago", version: 1 })).toEqual(
      jottings(),
    );
  });

  it("wait once they are written, on the version they build on", () => {
    expect(jot(NO_JOTTINGS, "First")).toEqual(jottings({ text: "First", version: 0, waits: true }));
    expect(jot(jottings({ refused: "upn" }), "Second")).toEqual(
      jottings({ text: "Second", waits: true }),
    );
  });

  it("keep the other words they met until one is chosen", () => {
    const theirs = { text: "On the phone", version: 5 };
    const met = jot(jottings({ theirs }), "Here");
    expect(met.theirs).toEqual(theirs);
    expect(settleJottings(met, "mine")).toEqual(
      jottings({ text: "Here", version: 5, waits: true }),
    );
    expect(settleJottings(met, "theirs")).toEqual(jottings(theirs));
    expect(settleJottings(jottings(), "theirs")).toEqual(jottings());
  });
});

describe("what the server answers to jottings", () => {
  const told = jottings({ waits: true });

  it("settles the words that were told", () => {
    expect(takeJottingsOutcome(told, told, { kind: "saved", version: 3 })).toEqual(
      jottings({ version: 3 }),
    );
  });

  it("leaves waiting what was written since", () => {
    const own = jot(told, "Written since");
    const after = takeJottingsOutcome(own, told, { kind: "saved", version: 3 });
    expect(after).toEqual(jottings({ text: "Written since", version: 3, waits: true }));
  });

  it("gives back both texts, or why the words are not taken", () => {
    const held = { text: "On the phone", version: 5 };
    expect(takeJottingsOutcome(told, told, { kind: "conflict", held })).toEqual({
      ...told,
      theirs: held,
    });
    const refused = takeJottingsOutcome(told, told, { kind: "refused", why: "upn" });
    expect(refused).toEqual({ ...told, refused: "upn" });
    const rewritten = jot(told, "Without the number");
    expect(
      takeJottingsOutcome(rewritten, told, { kind: "refused", why: "upn" }).refused,
    ).toBeNull();
  });
});
