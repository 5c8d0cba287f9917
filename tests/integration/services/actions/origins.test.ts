import { describe, expect, it } from "vitest";
import type { VisitState } from "~/domain/visit/states";
import { addAction, newAction, type ActionOrigin } from "~/services/actions/add-action.server";
import { listActions } from "~/services/actions/list-actions.server";
import { saveSection } from "~/services/answering/save-answers.server";
import { actions, visitSuggestions } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import { aVisit } from "~tests/support/factories/visits";
import { aTestApp } from "~tests/support/test-app";
import { anAnsweringSchool, toSave } from "../../answering/answering-school";
import { fields } from "./a-reviewing-school";

/** A visit in a state, with a suggestion in its record. */
async function aSuggestion(state: VisitState) {
  const app = await aTestApp();
  const place = await aVisit(app, { state, visitOn: "2027-03-12" });
  const { school, visit } = place;
  const suggestion = {
    id: app.newId(),
    visitId: visit.id,
    position: 1,
    key: "A1",
    text: "Write the symbols into planning",
    whoMightHelp: "Elmhurst School",
    version: 1,
  };
  await app.db.transact(async (tx) => {
    await tx.insert(visitSuggestions).values(suggestion);
  });
  const senco = await anActor(app, { grants: [{ role: "coordinator", schoolId: school.id }] });
  return { ...place, app, suggestion, senco };
}

describe("an action from a suggestion", () => {
  it.each(["agreed", "closed"] as const)(
    "of a visit that is %s begins with its words",
    async (state) => {
      const { app, senco, school, suggestion, visit } = await aSuggestion(state);
      const origin = { suggestionId: suggestion.id };
      const form = await newAction(app, senco, { urn: school.urn, origin });
      expect(form).toMatchObject({
        suggestion: { visitId: visit.id, whoMightHelp: "Elmhurst School" },
        fields: { title: suggestion.text, resourceOrHelp: "Elmhurst School" },
      });
      await addAction(app, senco, { urn: school.urn, origin, fields: fields() });
      expect(await app.db.read.select().from(actions)).toMatchObject([
        {
          source: "suggestion",
          sourceId: suggestion.id,
          responseId: visit.responseId,
          itemKey: "A1",
        },
      ]);
      const plan = await listActions(app, senco, { urn: school.urn });
      expect(plan.actions).toMatchObject([
        { suggestion: { visitId: visit.id, visitOn: "2027-03-12" } },
      ]);
    },
  );

  it.each(["visited", "drafted", "with-school", "cancelled", "closed-with-both-views"] as const)(
    "of a visit that is %s is not found",
    async (state) => {
      const { app, senco, school, suggestion } = await aSuggestion(state);
      const origin = { suggestionId: suggestion.id };
      await expect(newAction(app, senco, { urn: school.urn, origin })).rejects.toMatchObject({
        code: "not-found",
      });
    },
  );

  it("of another school's visit is not found", async () => {
    const { app, organisation, suggestion } = await aSuggestion("agreed");
    const other = await aSchool(app, { coveredBy: [organisation.id] });
    const head = await anActor(app, { grants: [{ role: "head", schoolId: other.id }] });
    const origin = { suggestionId: suggestion.id };
    const attempt = addAction(app, head, { urn: other.urn, origin, fields: fields() });
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("an action from a legal duty", () => {
  type Duty = "yes" | "partly" | "no";
  async function answered(duty: Duty) {
    const place = await anAnsweringSchool();
    const { app, senco, at } = place;
    const content = { level: "2", duty, dutyNote: "The plan has no dates yet" };
    await saveSection(app, senco, { ...at, answers: [toSave({ key: "A1", content })] });
    const origin: ActionOrigin = { responseId: at.responseId, itemKey: "A1", duty: true };
    const form = await newAction(app, senco, { urn: at.urn, origin });
    await addAction(app, senco, { urn: at.urn, origin, fields: fields() });
    const [row] = await app.db.read.select().from(actions);
    return { form, row };
  }

  it.each(["partly", "no"] as const)(
    "answered %s stands for it and begins with what is missing",
    async (duty) => {
      const { form, row } = await answered(duty);
      expect(form).toMatchObject({
        duty: { answer: duty, note: "The plan has no dates yet" },
        fields: { whereWeAre: "The plan has no dates yet" },
      });
      expect(row).toMatchObject({ source: "duty", itemKey: "A1" });
    },
  );

  it("that is met stands for its statement", async () => {
    const { form, row } = await answered("yes");
    expect(form).toMatchObject({
      duty: null,
      statement: { key: "A1" },
      fields: { whereWeAre: "" },
    });
    expect(row).toMatchObject({ source: null, itemKey: "A1" });
  });
});
