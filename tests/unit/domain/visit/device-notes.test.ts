import { describe, expect, test } from "vitest";
import { decideDelivery, type DeliveryAnswer, type HeldNote } from "~/domain/visit/delivery";
import {
  activitiesFor,
  afterChange,
  keepNote,
  nextBatch,
  noteCounts,
  NOTHING_HELD,
  retryClosed,
  settleNote,
  takeAnswer,
  takeList,
  takeNoteOut,
  type Held,
  type Outgoing,
} from "~/domain/visit/device-notes";
import { clearedWords, countWords } from "~/domain/visit/device-words";

const LINE = "a-1";
const written = (id: string, text = `Words of ${id}`) => ({
  ...({ id, activityId: LINE, kind: "saw", text, notedAt: "2027-02-04T10:34:00.000Z" } as const),
});
const keep = (held: Held, id: string, delivery: string, text?: string) =>
  afterChange(held, keepNote(held, written(id, text), delivery));
const tried = (held: Held, batch = nextBatch(held, 50)) =>
  afterChange(held, { put: { outgoing: batch } });
const take = (held: Held, { id, noteId }: Outgoing, answer: DeliveryAnswer) =>
  afterChange(held, takeAnswer(held, { id, noteId, ...answer }));

/** The server's side, for the exchange of both. */
function aServer(authorId: string) {
  const notes = new Map<string, HeldNote>();
  const answers = new Map<string, DeliveryAnswer>();
  const deliver = (one: Outgoing): DeliveryAnswer => {
    const before = answers.get(one.id);
    if (before !== undefined) return before;
    const { baseVersion, notedAt, namesConfirmed = false, ...rest } = one;
    const { write, answer } = decideDelivery(
      { ...rest, namesConfirmed, baseVersion: baseVersion ?? 0, notedAt: new Date(notedAt) },
      { authorId, held: notes.get(one.noteId), activityExists: true },
    );
    if (write === "none") return answer;
    const { kind, text, removed, activityId } = one;
    const version = "version" in answer ? answer.version : 0;
    notes.set(one.noteId, { authorId, activityId, kind, text, removed, version });
    answers.set(one.id, answer);
    return answer;
  };
  return { notes, deliver };
}

describe("notes on a device", () => {
  test("are counted as here until the server has answered for each, and then as sent", () => {
    const two = tried(keep(keep(NOTHING_HELD, "n1", "d1"), "n2", "d2"));
    expect(noteCounts(two)).toEqual({ waiting: 2, sent: 0 });
    const [first] = nextBatch(two, 1);
    if (first === undefined) throw new Error("nothing goes out");
    const one = take(two, first, { answer: "kept", version: 1 });
    expect(noteCounts(one)).toEqual({ waiting: 1, sent: 1 });
    expect(countWords(noteCounts(one))).toBe("1 note on this tablet, 1 sent");
  });

  test("go out in the order they were written, so many at a time", () => {
    let held = NOTHING_HELD;
    for (let each = 0; each < 200; each += 1) held = keep(held, `n${each}`, `d${each}`);
    const sent: string[] = [];
    let rounds = 0;
    while (held.outgoing.length > 0) {
      const batch = nextBatch(held, 50);
      expect(batch.length).toBeLessThanOrEqual(50);
      for (const one of batch) {
        held = take(held, one, { answer: "kept", version: 1 });
        sent.push(one.noteId);
      }
      rounds += 1;
    }
    expect(rounds).toBe(4);
    expect(sent).toEqual(Array.from({ length: 200 }, (_, each) => `n${each}`));
    expect(noteCounts(held)).toEqual({ waiting: 0, sent: 200 });
  });

  test("changed before they were tried go out once, with the last words", () => {
    const held = keep(keep(NOTHING_HELD, "n1", "d1", "First"), "n1", "d2", "Second");
    expect(nextBatch(held, 50)).toMatchObject([{ id: "d2", text: "Second", baseVersion: 0 }]);
  });

  test("changed while their first words are under way keep both tellings, and the second builds on the first", () => {
    const server = aServer("ruth");
    let held = tried(keep(NOTHING_HELD, "n1", "d1", "First"));
    const [first] = nextBatch(held, 50);
    if (first === undefined) throw new Error("nothing goes out");
    server.deliver(first);
    // The answer is lost; the words change; the first telling is repeated as it was.
    held = keep(held, "n1", "d2", "Second");
    expect(nextBatch(held, 50)).toEqual([first]);
    held = take(held, first, server.deliver(first));
    const [second] = nextBatch(held, 50);
    if (second === undefined) throw new Error("the second did not follow");
    expect(second).toMatchObject({ id: "d2", baseVersion: 1 });
    held = take(held, second, server.deliver(second));
    expect(server.notes.get("n1")).toMatchObject({ text: "Second", version: 2 });
    expect(noteCounts(held)).toEqual({ waiting: 0, sent: 1 });
  });

  test("taken out before anybody heard of them are simply gone", () => {
    const held = keep(NOTHING_HELD, "n1", "d1");
    expect(afterChange(held, takeNoteOut(held, "n1", "d2"))).toEqual(NOTHING_HELD);
  });

  test("taken out after they were sent go once the server knows, and do not come back with an old list", () => {
    const sent = afterChange(NOTHING_HELD, takeList(NOTHING_HELD, [listed("n1", 1)]));
    const out = afterChange(sent, takeNoteOut(sent, "n1", "d2"));
    expect(noteCounts(out)).toEqual({ waiting: 1, sent: 0 });
    const [telling] = nextBatch(out, 50);
    if (telling === undefined) throw new Error("nothing goes out");
    expect(telling).toMatchObject({ removed: true, baseVersion: 1 });
    const told = take(out, telling, { answer: "removed", version: 2 });
    expect(noteCounts(told)).toEqual({ waiting: 0, sent: 0 });
    expect(afterChange(told, takeList(told, [listed("n1", 1)])).notes).toEqual([]);
  });

  test("that meet other words of the same writer stay with both texts until one is chosen", () => {
    const before = afterChange(NOTHING_HELD, takeList(NOTHING_HELD, [listed("n1", 1)]));
    const changed = tried(keep(before, "n1", "d1", "Mine"));
    const [telling] = nextBatch(changed, 50);
    if (telling === undefined) throw new Error("nothing goes out");
    const theirs = { kind: "wondered", text: "From the other tablet", removed: false } as const;
    const stuck = take(changed, telling, { answer: "conflict", version: 2, held: theirs });
    expect(noteCounts(stuck)).toEqual({ waiting: 1, sent: 0 });
    expect(nextBatch(stuck, 50)).toEqual([]);
    const mine = afterChange(stuck, settleNote(stuck, { noteId: "n1", keep: "mine" }, "d2"));
    expect(nextBatch(mine, 50)).toMatchObject([{ id: "d2", text: "Mine", baseVersion: 2 }]);
    const other = afterChange(stuck, settleNote(stuck, { noteId: "n1", keep: "theirs" }, "d2"));
    expect(other.notes).toMatchObject([{ text: "From the other tablet", problem: null }]);
    expect(noteCounts(other)).toEqual({ waiting: 0, sent: 1 });
  });

  test("that are refused stay here and are told again only when their writer says so", () => {
    const held = tried(keep(NOTHING_HELD, "n1", "d1"));
    const [telling] = nextBatch(held, 50);
    if (telling === undefined) throw new Error("nothing goes out");
    const refused = take(held, telling, { answer: "refused", why: "closed" });
    expect(refused.notes).toMatchObject([{ problem: { why: "closed" } }]);
    expect(noteCounts(refused)).toEqual({ waiting: 1, sent: 0 });
    const again = afterChange(
      refused,
      retryClosed(refused, () => "d2"),
    );
    expect(nextBatch(again, 50)).toMatchObject([{ id: "d2", noteId: "n1" }]);
  });

  test("are not replaced by the server's list while they wait, nor by an older one", () => {
    const held = keep(NOTHING_HELD, "n1", "d1", "Here");
    const listedThere = listed("n1", 3, "There");
    expect(afterChange(held, takeList(held, [listedThere])).notes).toMatchObject([
      { text: "Here" },
    ]);
    const fresh = afterChange(NOTHING_HELD, takeList(NOTHING_HELD, [listed("n1", 3, "New")]));
    expect(afterChange(fresh, takeList(fresh, [listed("n1", 2, "Old")])).notes).toMatchObject([
      { text: "New" },
    ]);
  });

  test("take along the line of the day they lie under, though it was sent before", () => {
    const line = { id: LINE, kind: "other", title: "Lunch hall", startsAt: "12:10" } as const;
    const held = keep({ ...NOTHING_HELD, activities: [{ ...line, sent: true }] }, "n1", "d1");
    expect(activitiesFor(held, nextBatch(held, 50), 50)).toMatchObject([{ id: LINE }]);
    expect(activitiesFor(held, [], 50)).toEqual([]);
  });

  test("an answer that comes twice counts once", () => {
    const held = tried(keep(NOTHING_HELD, "n1", "d1"));
    const [telling] = nextBatch(held, 50);
    if (telling === undefined) throw new Error("nothing goes out");
    const once = take(held, telling, { answer: "kept", version: 1 });
    expect(take(once, telling, { answer: "kept", version: 1 })).toEqual(once);
  });
});

const listed = (id: string, version: number, text = `Words of ${id}`) => ({
  ...written(id, text),
  version,
  removed: false,
});

test("a note that was kept before names were asked about waits with its words, and goes once its writer says so", () => {
  const { deliver } = aServer("ruth");
  const text = "Amelia in Year 4 read to us.";
  let held = keep(NOTHING_HELD, "n-1", "d-1", text);
  const [first] = nextBatch(held, 50);
  if (first === undefined) throw new Error("Nothing goes out");
  held = take(tried(held), first, deliver(first));
  expect(held.notes).toMatchObject([{ text, problem: { kind: "refused", why: "names" } }]);
  expect(noteCounts(held)).toEqual({ waiting: 1, sent: 0 });
  const again = keepNote(held, { ...written("n-1", text), namesConfirmed: true }, "d-2");
  held = afterChange(held, again);
  const [second] = nextBatch(held, 50);
  if (second === undefined) throw new Error("Nothing goes out");
  held = take(tried(held), second, deliver(second));
  expect(noteCounts(held)).toEqual({ waiting: 0, sent: 1 });
});

test("cleared storage is told as what it is: nothing that was sent is lost", () => {
  expect(clearedWords(5)).toContain("Nothing that was sent is lost: 5 notes are listed here");
});
