import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { saveAnswer, saveSection } from "~/services/answering/save-answers.server";
import { answerRevisions, answers, auditEntries, responses, rounds } from "~db/schema";
import { anAnsweringSchool, content, toSave, type AnsweringSchool } from "./answering-school";

const save = (
  { app, at, senco }: AnsweringSchool,
  over: Parameters<typeof toSave>[0] = {},
  by = senco,
) => saveAnswer(app, by, { ...at, ...toSave(over) });

const history = ({ app, response }: AnsweringSchool) =>
  app.db.read.select().from(answerRevisions).where(eq(answerRevisions.responseId, response.id));

const stateOf = async ({ app, response }: AnsweringSchool) => {
  const rows = await app.db.read
    .select({ state: responses.state, version: responses.version })
    .from(responses)
    .where(eq(responses.id, response.id));
  return rows[0];
};

async function closeRound({ app, round }: AnsweringSchool) {
  await app.db.transact(async (tx) => {
    await tx.update(rounds).set({ closedAt: app.clock.now() }).where(eq(rounds.id, round.id));
  });
}

async function lock({ app, response }: AnsweringSchool) {
  await app.db.transact(async (tx) => {
    await tx.update(responses).set({ state: "ready-to-sign" }).where(eq(responses.id, response.id));
  });
}

describe("saving one answer", () => {
  test("the first save is save 1, is dated, and starts the self-review", async () => {
    const place = await anAnsweringSchool();
    const outcome = await save(place, { content: { level: "3", whereSeen: "Plan" } });
    expect(outcome).toEqual({
      kind: "saved",
      key: "A2",
      revision: 1,
      savedAt: place.app.clock.now(),
    });
    expect(await stateOf(place)).toEqual({ state: "in-progress", version: 2 });
    const rows = await history(place);
    expect(rows).toMatchObject([
      { key: "A2", revision: 1, basedOn: 0, level: "3", whereSeen: "Plan" },
    ]);
  });

  test("each later save is one more in the history, and the answer says the last", async () => {
    const place = await anAnsweringSchool();
    await save(place, { content: { level: "1" } });
    await save(place, { base: 1, content: { level: "2" } });
    const third = await save(place, { base: 2, content: { level: "3" } }, place.colleague);
    expect(third).toMatchObject({ kind: "saved", revision: 3 });
    const rows = await history(place);
    expect(rows.map((row) => row.level).sort()).toEqual(["1", "2", "3"]);
    const now = await place.app.db.read.select().from(answers);
    expect(now).toMatchObject([{ level: "3", revision: 3, updatedBy: place.colleague.userId }]);
  });

  test("an audit entry points at the save and holds a hash, not the words", async () => {
    const place = await anAnsweringSchool();
    await save(place, { content: { level: "2", commentary: "Ten plans read." } });
    const [row] = await history(place);
    const entries = await place.app.db.read.select().from(auditEntries);
    const entry = entries.find(({ event }) => event === "answer.saved");
    expect(entry).toMatchObject({ subjectId: row?.id, schoolId: place.school.id });
    expect(entry?.data).toMatch(/"sha256":"[0-9a-f]{64}"/);
    expect(entry?.data).not.toContain("Ten plans");
  });

  test("a save that says what stands already makes no new save", async () => {
    const place = await anAnsweringSchool();
    await save(place, { content: { level: "2" } });
    const again = await save(place, { base: 1, content: { level: "2" } });
    expect(again).toMatchObject({ kind: "saved", revision: 1 });
    expect(await history(place)).toHaveLength(1);
  });

  test("section summaries and number fields are saved the same way", async () => {
    const place = await anAnsweringSchool();
    const summary = await save(place, {
      key: "section:A",
      content: { level: "3", commentary: "Plans read each half term." },
    });
    const field = await save(place, { key: "field:staff", content: { value: "1,041" } });
    expect([summary.kind, field.kind]).toEqual(["saved", "saved"]);
    const rows = await history(place);
    expect(rows.find((row) => row.key === "field:staff")?.value).toBe("1041");
  });
});

describe("bad input to a save", () => {
  test("missing: an emptied answer is saved as empty, and nothing is invented", async () => {
    const place = await anAnsweringSchool();
    await save(place, { content: { level: "2" } });
    const emptied = await save(place, { base: 1, content: {} });
    expect(emptied).toMatchObject({ kind: "saved", revision: 2 });
    const [now] = await place.app.db.read.select().from(answers);
    expect(now?.level).toBeNull();
  });

  test("too long: refused with the box and its limit, and the text is given back", async () => {
    const place = await anAnsweringSchool();
    const commentary = "a".repeat(4001);
    const outcome = await save(place, { content: { level: "2", commentary } });
    expect(outcome).toMatchObject({
      kind: "refused",
      problem: { code: "too-long", part: "commentary", max: 4000, content: { commentary } },
    });
    expect(await history(place)).toEqual([]);
  });

  test("wrong option: a level the scale has not is refused", async () => {
    const place = await anAnsweringSchool();
    const outcome = await save(place, { content: { level: "9", commentary: "Our words" } });
    expect(outcome).toMatchObject({
      kind: "refused",
      problem: { code: "wrong-option", part: "level", content: { commentary: "Our words" } },
    });
    expect(await history(place)).toEqual([]);
  });

  test("unknown statement: a key the questionnaire has not is refused", async () => {
    const place = await anAnsweringSchool();
    const outcome = await save(place, { key: "Z9" });
    expect(outcome).toMatchObject({ kind: "refused", problem: { code: "unknown-key" } });
    expect(await history(place)).toEqual([]);
  });

  test("a statement that does not apply to this school is refused", async () => {
    const place = await anAnsweringSchool();
    const outcome = await save(place, { key: "B2" });
    expect(outcome).toMatchObject({ kind: "refused", problem: { code: "does-not-apply" } });
    expect(await history(place)).toEqual([]);
  });

  test("a pupil number is refused and the text is given back", async () => {
    const place = await anAnsweringSchool();
    const commentary = "See H801200001001 in the file.";
    const outcome = await save(place, { content: { commentary } });
    expect(outcome).toMatchObject({
      kind: "refused",
      problem: { code: "upn", content: { commentary } },
    });
    expect(await history(place)).toEqual([]);
  });

  test("before the school has said which parts apply, a save is refused and given back", async () => {
    const place = await anAnsweringSchool({ response: { phases: null, types: null } });
    const outcome = await save(place, { content: { level: "2" } });
    expect(outcome).toMatchObject({
      kind: "refused",
      problem: { code: "confirm-first", content: { level: "2" } },
    });
    expect(await history(place)).toEqual([]);
  });

  test("closed round: refused with the text given back, and nothing is written", async () => {
    const place = await anAnsweringSchool();
    await closeRound(place);
    const outcome = await save(place, { content: { commentary: "Too late" } });
    expect(outcome).toMatchObject({
      kind: "refused",
      problem: { code: "round-closed", content: { commentary: "Too late" } },
    });
    expect(await history(place)).toEqual([]);
    expect(await stateOf(place)).toMatchObject({ state: "not-started" });
  });

  test("ready to sign: answers are locked, and the text is given back", async () => {
    const place = await anAnsweringSchool();
    await lock(place);
    const outcome = await save(place, { content: { commentary: "One more line" } });
    expect(outcome).toMatchObject({
      kind: "refused",
      problem: {
        code: "not-editable",
        state: "ready-to-sign",
        content: { commentary: "One more line" },
      },
    });
    expect(await history(place)).toEqual([]);
  });
});

describe("repeated saves", () => {
  test("a dropped reply then a retry gives the first result, and one save", async () => {
    const place = await anAnsweringSchool();
    const first = await save(place, { saveId: "kept", content: { level: "2" } });
    place.app.clock.advance({ minutes: 5 });
    const retry = await save(place, { saveId: "kept", content: { level: "2" } });
    expect(retry).toEqual(first);
    expect(await history(place)).toHaveLength(1);
  });

  test("a repeated save id gives the first result even after later saves by others", async () => {
    const place = await anAnsweringSchool();
    const first = await save(place, { saveId: "kept", content: { level: "2" } });
    place.app.clock.advance({ minutes: 5 });
    await save(place, { base: 1, content: { level: "4" } }, place.colleague);
    expect(await save(place, { saveId: "kept", content: { level: "2" } })).toEqual(first);
    const [now] = await place.app.db.read.select().from(answers);
    expect(now?.level).toBe("4");
  });

  test("a repeated save id gives the first result even after the answers were locked", async () => {
    const place = await anAnsweringSchool();
    const first = await save(place, { saveId: "kept" });
    await lock(place);
    expect(await save(place, { saveId: "kept" })).toEqual(first);
  });

  test("a save id used for another answer is refused, not taken for a repeat", async () => {
    const place = await anAnsweringSchool();
    await save(place, { saveId: "kept", key: "A2" });
    const outcome = await save(place, { saveId: "kept", key: "A3" });
    expect(outcome).toMatchObject({ kind: "refused", problem: { code: "save-id-used" } });
  });

  test("a save id of another person is refused, and says nothing of their save", async () => {
    const place = await anAnsweringSchool();
    await save(place, { saveId: "kept", content: { commentary: "Mine" } });
    const outcome = await save(place, { saveId: "kept" }, place.colleague);
    expect(outcome).toMatchObject({ kind: "refused", problem: { code: "save-id-used" } });
    expect(JSON.stringify(outcome)).not.toContain("Mine");
  });
});

describe("two writers", () => {
  test("stale version: the second is told, with both texts, and nothing is written", async () => {
    const place = await anAnsweringSchool();
    await save(place, { content: { level: "2", commentary: "Tom's words" } }, place.colleague);
    const outcome = await save(place, { base: 0, content: { level: "3", commentary: "My words" } });
    expect(outcome).toEqual({
      kind: "conflict",
      key: "A2",
      mine: content({ level: "3", commentary: "My words" }),
      theirs: {
        content: content({ level: "2", commentary: "Tom's words" }),
        by: { id: place.colleague.userId, name: "Tom Okafor" },
        at: place.app.clock.now(),
        revision: 1,
      },
    });
    expect(await history(place)).toHaveLength(1);
  });

  test("keep mine saves on top of theirs, and theirs stays in the history", async () => {
    const place = await anAnsweringSchool();
    await save(place, { content: { commentary: "Tom's words" } }, place.colleague);
    const told = await save(place, { content: { commentary: "My words" } });
    if (told.kind !== "conflict") throw new Error("expected a conflict");
    const kept = await save(place, { base: told.theirs.revision, content: told.mine });
    expect(kept).toMatchObject({ kind: "saved", revision: 2 });
    const words = (await history(place)).map((row) => row.commentary).sort();
    expect(words).toEqual(["My words", "Tom's words"]);
  });

  test("both at once: one is saved, the other is told, whichever comes first", async () => {
    const place = await anAnsweringSchool();
    const outcomes = await Promise.all([
      save(place, { content: { commentary: "One" } }),
      save(place, { content: { commentary: "Two" } }, place.colleague),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
    expect(await history(place)).toHaveLength(1);
  });

  test("every acknowledged save of many writers is in the history", async () => {
    const place = await anAnsweringSchool();
    const people = [place.senco, place.head, place.colleague];
    const keys = ["A1", "A2", "A3", "B1"];
    let acknowledged: string[] = [];
    let base = 0;
    for (const round of [1, 2, 3]) {
      const outcomes = await Promise.all(
        people.flatMap((person) =>
          keys.map((key) => {
            const commentary = `${person.name} ${key} ${round}`;
            const one = toSave({ key, base, content: { commentary }, namesConfirmed: true });
            return saveAnswer(place.app, person, { ...place.at, ...one }).then((outcome) => ({
              outcome,
              commentary,
            }));
          }),
        ),
      );
      const saved = outcomes.filter(({ outcome }) => outcome.kind === "saved");
      acknowledged = [...acknowledged, ...saved.map(({ commentary }) => commentary)];
      expect(outcomes.every(({ outcome }) => outcome.kind !== "refused")).toBe(true);
      base += 1;
    }
    const kept = (await history(place)).map((row) => row.commentary);
    expect(acknowledged).toHaveLength(12);
    expect(kept.sort()).toEqual(acknowledged.sort());
  });
});

describe("who may save", () => {
  test("a governor is refused, and nothing is written", async () => {
    const place = await anAnsweringSchool();
    await expect(save(place, {}, place.governor)).rejects.toMatchObject({ code: "forbidden" });
    expect(await history(place)).toEqual([]);
  });

  test("an officer of the round is refused, and nothing is written", async () => {
    const place = await anAnsweringSchool();
    await expect(save(place, {}, place.officer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await history(place)).toEqual([]);
  });

  test("a person of another school finds nothing, and nothing is written", async () => {
    const place = await anAnsweringSchool();
    await expect(save(place, {}, place.outsider)).rejects.toMatchObject({ code: "not-found" });
    expect(await history(place)).toEqual([]);
  });

  test("another school's self-review under this school's address is not found", async () => {
    const place = await anAnsweringSchool();
    const { app, outsider, otherSchool, response } = place;
    const at = { urn: otherSchool.urn, responseId: response.id };
    const attempt = saveAnswer(app, outsider, { ...at, ...toSave() });
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    expect(await history(place)).toEqual([]);
  });

  test("tampered ids: a self-review or school that is not there is not found", async () => {
    const { app, senco, at } = await anAnsweringSchool();
    const gone = [
      { ...at, responseId: "nothing" },
      { ...at, urn: "000000" },
    ];
    for (const where of gone) {
      const attempt = saveAnswer(app, senco, { ...where, ...toSave() });
      await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

describe("saving a section's form", () => {
  test("what holds is saved together, the rest is given back with why", async () => {
    const place = await anAnsweringSchool();
    await save(place, { key: "A3", content: { commentary: "Tom's" } }, place.colleague);
    await save(place, { key: "B1", content: { level: "2" } });
    const outcome = await saveSection(place.app, place.senco, {
      ...place.at,
      answers: [
        toSave({ key: "A1", content: { level: "3" } }),
        toSave({ key: "A2", content: { level: "9", commentary: "Keep me" } }),
        toSave({ key: "A3", content: { commentary: "Mine" } }),
        toSave({ key: "B1", base: 1, content: { level: "2" } }),
      ],
    });
    expect(outcome.outcomes.map(({ key, kind }) => [key, kind])).toEqual([
      ["A1", "saved"],
      ["A2", "refused"],
      ["A3", "conflict"],
      ["B1", "unchanged"],
    ]);
    expect(outcome.savedAt).toEqual(place.app.clock.now());
    expect(outcome.outcomes[1]).toMatchObject({ problem: { content: { commentary: "Keep me" } } });
    expect(await history(place)).toHaveLength(3);
  });

  test("double submit: the same form sent twice is saved once", async () => {
    const place = await anAnsweringSchool();
    const answers = [toSave({ key: "A1" }), toSave({ key: "A2" })];
    const send = () => saveSection(place.app, place.senco, { ...place.at, answers });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect(await history(place)).toHaveLength(2);
  });
});
