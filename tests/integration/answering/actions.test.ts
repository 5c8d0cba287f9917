import { describe, expect, test } from "vitest";
import { addAction, newAction, type ActionOrigin } from "~/services/actions/add-action.server";
import { editAction, moveAction, viewAction } from "~/services/actions/change-action.server";
import { listActions } from "~/services/actions/list-actions.server";
import type { ActionFields } from "~/domain/action/action-fields";
import { viewDuties } from "~/services/answering/view-duties.server";
import { actions } from "~db/schema";
import { anAnsweringSchool, type AnsweringSchool } from "./answering-school";

const fields = (over: Partial<ActionFields> = {}): ActionFields => ({
  title: "Train every class team in the symbols set",
  whereWeAre: "Three of eight teams use symbols",
  whereWeWant: "Every team uses the same set",
  leadRole: "SENCO",
  term: "2026-27 Term 4",
  priority: "1",
  resourceOrHelp: "Half a training day",
  howWeWillKnow: "Staff survey in Term 5",
  progressNote: "",
  ...over,
});

const add = (
  { app, school, senco }: AnsweringSchool,
  over: Partial<ActionFields> = {},
  origin: ActionOrigin = null,
) => addAction(app, senco, { urn: school.urn, origin, fields: fields(over) });

async function added(place: AnsweringSchool): Promise<string> {
  const outcome = await add(place);
  if (outcome.kind !== "saved") throw new Error("expected the action to be added");
  return outcome.id;
}

describe("the action plan", () => {
  test("an action is added from a statement and stands beside its duty", async () => {
    const place = await anAnsweringSchool();
    const { app, school, senco, response } = place;
    const origin = { responseId: response.id, itemKey: "A1" };
    const form = await newAction(app, senco, { urn: school.urn, origin });
    expect(form.statement).toMatchObject({ key: "A1", section: "A" });
    expect(await add(place, {}, origin)).toMatchObject({ kind: "saved" });
    const plan = await listActions(app, senco, { urn: school.urn });
    expect(plan.actions).toMatchObject([
      {
        state: "open",
        priority: 1,
        from: { title: "Autumn review", key: "A1", section: "A" },
        moves: ["in-progress", "done", "dropped"],
      },
    ]);
    const duties = await viewDuties(app, senco, place.at);
    expect(duties.duties[0]?.actions).toMatchObject([{ term: "2026-27 Term 4" }]);
  });

  test("words that may name a child are asked about once, and saved when they name none", async () => {
    const place = await anAnsweringSchool();
    const { app, school, senco } = place;
    const named = fields({ howWeWillKnow: "Amelia, a pupil in Year 4, joins in" });
    const add = { urn: school.urn, origin: null, fields: named };
    expect(await addAction(app, senco, add)).toMatchObject({
      kind: "problems",
      problems: [{ field: "howWeWillKnow", asks: "names" }],
    });
    expect(await app.db.read.$count(actions)).toBe(0);
    const saved = await addAction(app, senco, { ...add, namesConfirmed: true });
    if (saved.kind !== "saved") throw new Error("expected the action to be added");
    const at = { urn: school.urn, actionId: saved.id };
    const again = { ...at, version: 1, fields: { ...named, title: "Train every team" } };
    expect(await editAction(app, senco, again)).toMatchObject({ kind: "saved" });
    const other = { ...again, version: 2, fields: { ...named, progressNote: "Jack reads now" } };
    expect(await editAction(app, senco, other)).toMatchObject({
      problems: [{ field: "progressNote", asks: "names" }],
    });
    expect(await editAction(app, senco, { ...other, namesConfirmed: true })).toMatchObject({
      kind: "saved",
    });
  });

  test("what is wrong is told before names are asked about", async () => {
    const outcome = await add(await anAnsweringSchool(), { title: "Help Amelia", term: "soon" });
    expect(outcome).toEqual({
      kind: "problems",
      problems: [{ field: "term", message: "Choose a term" }],
    });
  });

  test("missing, too long and wrong option: each field says what to do, and nothing is written", async () => {
    const place = await anAnsweringSchool();
    const outcome = await add(place, {
      title: "a".repeat(301),
      leadRole: " ",
      term: "soon",
      priority: "9",
      progressNote: "About H801200001001",
    });
    expect(outcome).toEqual({
      kind: "problems",
      problems: [
        { field: "title", message: "Use 300 characters or fewer" },
        { field: "leadRole", message: "Write who leads, as a role, like SENCO" },
        { field: "term", message: "Choose a term" },
        { field: "priority", message: "Choose a priority from 1 to 3" },
        { field: "progressNote", message: "Take out what looks like a pupil number (UPN)" },
      ],
    });
    expect(await place.app.db.read.select().from(actions)).toEqual([]);
  });

  test("stale version: the second editor is told how it stands, and nothing is written", async () => {
    const place = await anAnsweringSchool();
    const { app, school, senco, colleague } = place;
    const at = { urn: school.urn, actionId: await added(place) };
    const mine = { ...at, version: 1, fields: fields({ title: "Mine" }) };
    expect(await editAction(app, colleague, mine)).toMatchObject({ kind: "saved" });
    const late = { ...at, version: 1, fields: fields({ title: "Late" }) };
    expect(await editAction(app, senco, late)).toMatchObject({
      kind: "conflict",
      theirs: { title: "Mine", version: 2 },
    });
    expect(await viewAction(app, senco, at)).toMatchObject({ title: "Mine" });
  });

  test("moves on from open to done, and a move there is not is refused", async () => {
    const place = await anAnsweringSchool();
    const { app, school, senco } = place;
    const at = { urn: school.urn, actionId: await added(place) };
    const move = (to: "open" | "in-progress" | "done", version: number) =>
      moveAction(app, senco, { ...at, to, version });
    expect(await move("in-progress", 1)).toMatchObject({ kind: "saved" });
    expect(await move("done", 2)).toMatchObject({ kind: "saved" });
    await expect(move("open", 3)).rejects.toMatchObject({ code: "conflict" });
    expect(await viewAction(app, senco, at)).toMatchObject({ state: "done", version: 3 });
  });

  test("another school's action is not found under either address", async () => {
    const place = await anAnsweringSchool();
    const { app, school, otherSchool, outsider } = place;
    const actionId = await added(place);
    for (const { urn } of [school, otherSchool]) {
      const attempt = editAction(app, outsider, { urn, actionId, version: 1, fields: fields() });
      await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await app.db.read.select().from(actions)).toMatchObject([{ version: 1 }]);
  });

  test("tampered ids: a statement of another school's self-review is not found", async () => {
    const { app, otherSchool, outsider, response } = await anAnsweringSchool();
    const origin = { responseId: response.id, itemKey: "A1" };
    const attempt = addAction(app, outsider, { urn: otherSchool.urn, origin, fields: fields() });
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    expect(await app.db.read.select().from(actions)).toEqual([]);
  });

  test("a governor reads the plan and changes nothing", async () => {
    const place = await anAnsweringSchool();
    const { app, school, governor } = place;
    const actionId = await added(place);
    const plan = await listActions(app, governor, { urn: school.urn });
    expect(plan).toMatchObject({ mayEdit: false, actions: [{ id: actionId }] });
    const attempt = addAction(app, governor, {
      urn: school.urn,
      origin: null,
      fields: fields(),
    });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });
});
