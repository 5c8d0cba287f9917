import { EMPTY_ACTION, type ActionFields } from "~/domain/action/action-fields";
import { addAction } from "~/services/actions/add-action.server";
import { insertTerms } from "~db/queries/calendar";
import { anAnsweringSchool } from "../../answering/answering-school";

/** Term 2 of 2026 to 2027 and those beside it, as the school's authority keeps them. */
const TERMS = [
  { term: 1, from: "2026-09-01", to: "2026-10-16" },
  { term: 2, from: "2026-11-02", to: "2026-12-18" },
  { term: 3, from: "2027-01-04", to: "2027-02-12" },
  { term: 4, from: "2027-02-22", to: "2027-03-25" },
  { term: 5, from: "2027-04-12", to: "2027-05-28" },
];

/** An action as its form is filled in. */
export const fields = (over: Partial<ActionFields> = {}): ActionFields => ({
  ...EMPTY_ACTION,
  title: "Train every class team in the symbols set",
  leadRole: "SENCO",
  term: "2026-27 Term 4",
  ...over,
});

/** Two weeks before Term 2 ends, when its review is asked for. */
export const DUE = "2026-12-04T09:00:00.000Z";

/** A school whose authority keeps terms, in the last weeks of Term 2, with as many actions as said. */
export async function aReviewingSchool({ actions = 1 }: { actions?: number } = {}) {
  const place = await anAnsweringSchool();
  const { app, owner, school, senco } = place;
  await app.db.transact((tx) =>
    insertTerms(
      tx,
      TERMS.map((term) => ({
        id: app.newId(),
        organisationId: owner.id,
        year: "2026-27",
        version: 1,
        ...term,
      })),
    ),
  );
  app.clock.set(DUE);
  const ids: string[] = [];
  for (let index = 0; index < actions; index += 1) {
    const input = { urn: school.urn, origin: null, fields: fields({ title: `Action ${index}` }) };
    const outcome = await addAction(app, senco, input);
    if (outcome.kind !== "saved") throw new Error("expected the action to be added");
    ids.push(outcome.id);
  }
  return { ...place, ids };
}
