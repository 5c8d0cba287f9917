import { canonicalText } from "~/domain/questionnaire/canonical";
import type { Definition, Item } from "~/domain/questionnaire/definition";
import { EMPTY_ANSWER } from "~/domain/response/answer";
import { contentOf, sameContent } from "~/domain/response/answer-content";
import { saveSection } from "~/services/answering/save-answers.server";
import { offerVersion } from "~/services/version-moves/offer-version.server";
import { viewMove } from "~/services/version-moves/view-move.server";
import { listAnswers } from "~db/queries/answers";
import { aDefinition, anItem } from "~tests/support/factories/definitions";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aReadySchool } from "../signing/ready-school";
import { toSave } from "../../answering/answering-school";

/** The next version: A1 reworded, A2 split into A2 and A4, A3 gone, B3 new, and a wider number. */
export function nextDefinition(): Definition {
  const old = aDefinition();
  const change = (item: Item): Item[] => {
    if (item.key === "A1")
      return [{ ...item, statement: "Every family is asked each term what would help at home." }];
    if (item.key === "A2")
      return [item, anItem({ key: "A4", statement: "A second half of it.", replaces: ["A2"] })];
    if (item.key === "A3") return [];
    return item.key === "B1"
      ? [item, anItem({ key: "B3", statement: "Pens are at hand." })]
      : [item];
  };
  return {
    ...old,
    sections: old.sections.map((section) => ({ ...section, items: section.items.flatMap(change) })),
    fields: old.fields.map((field) =>
      field.key === "staff" ? { ...field, label: "Staff, with those of the kitchen" } : field,
    ),
  };
}

const ANSWERED = ["A1", "A2", "A3", "B1", "section:A"];

/** A school in the middle of version 1 while its round offers version 2. */
export async function aMovingSchool({ isOffered = true, answered = ANSWERED } = {}) {
  const place = await aReadySchool({ response: { state: "in-progress" } });
  const { app, owner, round, manager, senco, at } = place;
  const say = (key: string, level: string) =>
    toSave({ key, content: { level, commentary: `Of ${key}.` } });
  await saveSection(app, senco, {
    ...at,
    answers: [
      ...answered.map((key) => say(key, "2")),
      toSave({ key: "field:staff", content: { level: null, value: "31" } }),
    ],
  });
  const next = await aPublishedVersion(app, {
    ...{ organisationId: owner.id, definition: nextDefinition() },
  });
  const where = { key: owner.key, roundId: round.id };
  const offer = { ...where, number: 2, finishBy: null };
  if (isOffered) {
    const offered = await offerVersion(app, manager, offer);
    if (!offered.ok) throw new Error(offered.problem);
  }
  return { ...place, next, where, offer };
}

export type MovingSchool = Awaited<ReturnType<typeof aMovingSchool>>;

/** The answers of the self-review, in canonical JSON: what nobody answered is not there. */
export async function contentsOf({ app, school, response }: MovingSchool): Promise<string> {
  const rows = await listAnswers(app.db.read, { schoolId: school.id, responseId: response.id });
  const given = rows.filter((row) => !sameContent(contentOf(row), EMPTY_ANSWER));
  return canonicalText(Object.fromEntries(given.map((row) => [row.key, contentOf(row)])));
}

/** How many saves the page of the move says there were. */
export async function seenBy({ app, senco, at }: MovingSchool): Promise<number> {
  return (await viewMove(app, senco, at)).moved?.seen ?? 0;
}
