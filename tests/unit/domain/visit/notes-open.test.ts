import { describe, expect, it } from "vitest";
import { assetsIn, isNotesPage } from "~/domain/visit/kept-pages";
import { lineAt, notesClosed } from "~/domain/visit/notes-open";

describe("the line of the day that is open", () => {
  const lines = [
    { id: "first", startsAt: "09:10" },
    { id: "second", startsAt: "10:20" },
  ];

  it.each([
    ["08:00", "first"],
    ["09:10", "first"],
    ["10:34", "second"],
    ["17:00", "second"],
  ])("is at %s the %s", (hour, id) => {
    expect(lineAt(lines, hour)).toBe(id);
  });

  it("is none where nothing is planned", () => {
    expect(lineAt([], "10:00")).toBeNull();
  });
});

describe("notes that are not open", () => {
  const denied = (reason: "visit-closed" | "not-at-this-step") =>
    ({ allowed: false, reason, hide: false }) as const;

  it("say whether they are not open yet, with the school, or over", () => {
    expect(notesClosed({ allowed: true }, "planned")).toBeNull();
    expect(notesClosed(denied("not-at-this-step"), "dated")).toBe("not-yet");
    expect(notesClosed(denied("not-at-this-step"), "agreed")).toBe("with-school");
    expect(notesClosed(denied("visit-closed"), "closed-with-both-views")).toBe("ended");
  });
});

describe("what is kept for a page without a connection", () => {
  it("is the notes page alone", () => {
    expect(isNotesPage("/visits/019/notes")).toBe(true);
    expect(isNotesPage("/visits/019/notes/deliver")).toBe(false);
    expect(isNotesPage("/visits/019/file")).toBe(false);
    expect(isNotesPage("/schools/1/notes")).toBe(false);
  });

  it("is each built file that it names once, and of fonts the one of our own words", () => {
    const page = `<link href="/assets/root-B1.css"><script src="/assets/entry-x_2.js"></script>
      import "/assets/entry-x_2.js"; url(/assets/atkinson-latin-a.woff2) url(/assets/source-sans-greek.woff2)
      <img src="/icons/180.png">`;
    expect(assetsIn(page)).toEqual([
      "/assets/root-B1.css",
      "/assets/entry-x_2.js",
      "/assets/atkinson-latin-a.woff2",
    ]);
  });
});
