import { describe, expect, it } from "vitest";
import type { Draft, SendResult } from "~/components/answering/autosave/queue-types";
import { createSaveQueue } from "~/components/answering/autosave/save-queue";
import type { AnswerSave } from "~/forms/answers";
import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";

const words = (commentary: string): AnswerContent => ({ ...EMPTY_ANSWER, commentary });
const saved = (revision: number): SendResult => ({
  kind: "saved",
  key: "C2",
  revision,
  at: "14:02",
});
const theirs = { content: words("Theirs"), byName: "Tom Okafor", when: "today", revision: 7 };

/** A queue with one answer, C2, whose network and timers are in the test's hands. */
function aQueue() {
  const sent: AnswerSave[] = [];
  const replies: ((result: SendResult) => void)[] = [];
  const waiting: { run: () => void; ms: number }[] = [];
  const kept = new Map<string, Draft>();
  let ids = 0;
  const queue = createSaveQueue({
    send: (save) => {
      sent.push(save);
      return new Promise((resolve) => replies.push(resolve));
    },
    drafts: {
      keep: (key, draft) => void kept.set(key, draft),
      drop: (key) => void kept.delete(key),
    },
    newSaveId: () => `save-${(ids += 1)}`,
    later: (run, ms) => {
      const timer = { run, ms };
      waiting.push(timer);
      return () => void waiting.splice(waiting.indexOf(timer), 1);
    },
    open: new Map([
      [
        "C2",
        {
          base: 3,
          saved: EMPTY_ANSWER,
          content: EMPTY_ANSWER,
          state: {
            level: null,
            duty: null,
            save: { kind: "idle" },
            refusal: null,
            theirs: null,
            signedOut: false,
          },
        },
      ],
    ]),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    queue,
    sent,
    kept,
    waits: () => waiting.map(({ ms }) => ms),
    /** Lets the time pass that everything waits for. */
    pass: async () => {
      for (const timer of waiting.splice(0)) timer.run();
      await settle();
    },
    reply: async (result: SendResult) => {
      replies.shift()?.(result);
      await settle();
    },
    save: () => queue.stateOf("C2").save,
  };
}

describe("when an answer is sent", () => {
  it("a choice goes at once, words 800 ms after the last key", () => {
    const { queue, waits } = aQueue();
    queue.change("C2", words("a"), "soon");
    queue.change("C2", words("ab"), "soon");
    expect(waits()).toEqual([800]);
    queue.change("C2", { ...words("ab"), level: "2" }, "now");
    expect(waits()).toEqual([0]);
  });

  it("shows the server's time once it is saved, and forgets the draft", async () => {
    const { queue, pass, reply, save, kept } = aQueue();
    queue.change("C2", words("a"), "soon");
    await pass();
    expect(save()).toEqual({ kind: "saving" });
    expect(kept.get("C2")?.sending?.saveId).toBe("save-1");
    await reply(saved(4));
    expect(save()).toEqual({ kind: "saved", at: "14:02" });
    expect(kept.size).toBe(0);
    expect(queue.hasUnsaved()).toBe(false);
  });

  it("sends nothing when the text is back to what is saved", async () => {
    const { queue, pass, sent } = aQueue();
    queue.change("C2", words("a"), "soon");
    queue.change("C2", words(""), "soon");
    await pass();
    expect(sent).toEqual([]);
  });
});

describe("one save at a time", () => {
  it("sends what was typed meanwhile only after the answer, on the new base and with a new id", async () => {
    const { queue, pass, reply, sent } = aQueue();
    queue.change("C2", words("first"), "now");
    await pass();
    queue.change("C2", words("second"), "now");
    await pass();
    expect(sent).toHaveLength(1);
    await reply(saved(4));
    await pass();
    expect(sent.map(({ base, saveId, content }) => [base, saveId, content.commentary])).toEqual([
      [3, "save-1", "first"],
      [4, "save-2", "second"],
    ]);
  });
});

describe("without an answer", () => {
  it("the same content is sent again with the same id, later each time", async () => {
    const { queue, pass, reply, sent, waits, save } = aQueue();
    queue.change("C2", words("a"), "now");
    await pass();
    for (const wait of [1000, 2000, 4000]) {
      await reply({ kind: "unreachable" });
      expect(save()).toEqual({ kind: "retrying" });
      expect(waits()).toEqual([wait]);
      await pass();
    }
    expect(new Set(sent.map(({ saveId }) => saveId))).toEqual(new Set(["save-1"]));
  });

  it("newer words wait until the lost save is answered, so it is never a conflict with oneself", async () => {
    const { queue, pass, reply, sent } = aQueue();
    queue.change("C2", words("first"), "now");
    await pass();
    queue.change("C2", words("second"), "soon");
    await reply({ kind: "unreachable" });
    await pass();
    expect(sent[1]).toMatchObject({ saveId: "save-1", base: 3, content: words("first") });
    await reply(saved(4));
    await pass();
    expect(sent[2]).toMatchObject({ saveId: "save-2", base: 4, content: words("second") });
  });

  it("says so when the session ended, and goes on by itself afterwards", async () => {
    const { queue, pass, reply, save } = aQueue();
    queue.change("C2", words("a"), "now");
    await pass();
    await reply({ kind: "signed-out" });
    expect(queue.stateOf("C2").signedOut).toBe(true);
    expect(queue.hasUnsaved()).toBe(true);
    queue.wake();
    await pass();
    await reply(saved(4));
    expect(save().kind).toBe("saved");
    expect(queue.stateOf("C2").signedOut).toBe(false);
  });
});

describe("a draft from before a reload", () => {
  it("is sent with the id it had, so that a save that arrived is not made twice", async () => {
    const { queue, pass, sent } = aQueue();
    const sending = { content: words("old"), saveId: "save-before", namesConfirmed: false };
    queue.restore("C2", { content: words("old and more"), base: 2, sending });
    await pass();
    expect(sent[0]).toMatchObject({ saveId: "save-before", base: 2, content: words("old") });
    expect(queue.contentOf("C2")).toEqual(words("old and more"));
  });
});

describe("two versions", () => {
  async function inConflict() {
    const parts = aQueue();
    parts.queue.change("C2", words("Mine"), "now");
    await parts.pass();
    await parts.reply({ kind: "conflict", key: "C2", theirs });
    return parts;
  }

  it("sends nothing more until the writer has chosen, however much is typed", async () => {
    const { queue, pass, sent, save } = await inConflict();
    queue.change("C2", words("Mine, longer"), "now");
    await pass();
    expect(save()).toEqual({ kind: "conflict" });
    expect(sent).toHaveLength(1);
  });

  it("keep mine saves the newest words on top of theirs", async () => {
    const { queue, pass, sent } = await inConflict();
    queue.change("C2", words("Mine, longer"), "now");
    expect(queue.resolve("C2", "mine")).toBeNull();
    await pass();
    expect(sent[1]).toMatchObject({ base: 7, content: words("Mine, longer") });
  });

  it("keep theirs fills the box with theirs and saves nothing", async () => {
    const { queue, pass, sent } = await inConflict();
    expect(queue.resolve("C2", "theirs")).toEqual(theirs.content);
    await pass();
    expect(sent).toHaveLength(1);
    expect(queue.hasUnsaved()).toBe(false);
  });

  it("edit both together puts both texts in the box and saves on top of theirs", async () => {
    const { queue, pass, sent } = await inConflict();
    expect(queue.resolve("C2", "both")?.commentary).toBe("Mine\n\nTheirs");
    await pass();
    expect(sent[1]).toMatchObject({ base: 7 });
  });
});

describe("a refusal", () => {
  const refusal = {
    code: "names",
    part: "commentary",
    summary: "",
    field: "",
    final: false,
  } as const;

  it("keeps the text, and sends it again once it is said to name no child", async () => {
    const { queue, pass, reply, sent, save, kept } = aQueue();
    queue.change("C2", words("Jamie"), "now");
    await pass();
    await reply({ kind: "refused", key: "C2", refusal });
    expect(save()).toEqual({ kind: "kept" });
    expect(kept.get("C2")?.content).toEqual(words("Jamie"));
    queue.confirmNames("C2");
    await pass();
    expect(sent[1]).toMatchObject({ namesConfirmed: true, saveId: "save-2" });
  });

  it("that typing cannot change ends sending, and the text stays", async () => {
    const { queue, pass, reply, sent } = aQueue();
    queue.change("C2", words("a"), "now");
    await pass();
    await reply({ kind: "refused", key: "C2", refusal: { ...refusal, final: true } });
    queue.change("C2", words("ab"), "now");
    await pass();
    expect(sent).toHaveLength(1);
    expect(queue.contentOf("C2")).toEqual(words("ab"));
  });
});

describe("leaving the page", () => {
  it("waits for everything and says whether all of it was saved", async () => {
    const { queue, pass, reply } = aQueue();
    queue.change("C2", words("a"), "soon");
    const left = queue.flush();
    await pass();
    await reply(saved(4));
    expect(await left).toBe(true);
  });

  it("does not wait for a network that is away", async () => {
    const { queue, pass, reply } = aQueue();
    queue.change("C2", words("a"), "soon");
    const left = queue.flush();
    await pass();
    await reply({ kind: "unreachable" });
    expect(await left).toBe(false);
  });
});
