import { describe, expect, it } from "vitest";
import { linesOf, lineWords, rowsOf, strayRows } from "~/components/visits/notes/note-listing";
import { UNOPENED } from "~/components/visits/notes/visit-device";
import { NOTHING_HELD } from "~/domain/visit/device-notes";

const line = {
  id: "planned",
  kind: "lesson" as const,
  title: "Year 4",
  withWhom: "class teacher",
  place: "Room 6",
  startsAt: "10:20",
  endsAt: "10:50",
};
const note = {
  id: "n1",
  activityId: "planned",
  kind: "saw" as const,
  text: "Word mats",
  notedAt: "2027-02-04T10:34:00.000Z",
};

describe("the day as listed", () => {
  const added = { id: "added", kind: "other", title: "Lunch hall", startsAt: "09:50" } as const;

  it("has what was added here in its hour, once, also when the plan shows it by now", () => {
    const held = { ...NOTHING_HELD, activities: [{ ...added, sent: false }] };
    expect(linesOf({ lines: [line] }, held).map(({ id }) => id)).toEqual(["added", "planned"]);
    const shown = { ...line, ...added };
    expect(linesOf({ lines: [line, shown] }, held).map(({ id }) => id)).toEqual([
      "added",
      "planned",
    ]);
  });

  it("says with whom, where and until when, as far as it is known", () => {
    expect(lineWords(line)).toBe("With class teacher, Room 6, until 10:50");
    expect(lineWords({ ...line, withWhom: "", place: "", endsAt: "10:20" })).toBe(
      "Added on the day",
    );
  });
});

describe("notes as listed", () => {
  const listed = [
    { ...note, version: 1, removed: false },
    { ...note, id: "out", version: 2, removed: true },
  ];

  it("are those of the server until storage is read, without what was taken out", () => {
    expect(rowsOf({ notes: listed }, UNOPENED)).toMatchObject([{ id: "n1", sent: true }]);
  });

  it("are those of storage then, newest first, each with where it is", () => {
    const later = { ...note, id: "n2", notedAt: "2027-02-04T10:40:00.000Z" };
    const notes = [note, later].map((one) => ({ ...one, removed: false, problem: null }));
    const telling = { ...later, id: "d1", noteId: "n2", removed: false, order: 1 };
    const outgoing = [{ ...telling, baseVersion: null }];
    const state = {
      ...UNOPENED,
      storage: "ready" as const,
      held: { ...NOTHING_HELD, notes, outgoing },
    };
    expect(rowsOf({ notes: listed }, state)).toMatchObject([
      { id: "n2", sent: false },
      { id: "n1", sent: true },
    ]);
  });

  it("without their line are set apart", () => {
    const rows = rowsOf({ notes: listed }, UNOPENED);
    expect(strayRows(rows, [line])).toEqual([]);
    expect(strayRows(rows, [])).toHaveLength(1);
  });
});
