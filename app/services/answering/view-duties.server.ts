import type { Actor } from "~/domain/policy/actor";
import { dutyLines } from "~/domain/questionnaire/duty-answers";
import type { App } from "~/platform/app.server";
import { listActions } from "~db/queries/actions";
import { loadResponse } from "./load-response.server";
import { openReview } from "./open-review.server";
import { responseHeader } from "./response-header";
import type { SelfReview } from "~/domain/questionnaire/self-review";
import type { DutyAskRow } from "~db/queries/duty-asks";
import type { DutiesView } from "./views";

/** Every statement with a duty in force: what the school answered, its words, and actions tied to it. */
export async function viewDuties(
  app: App,
  actor: Actor,
  input: { urn: string; responseId: string },
): Promise<DutiesView> {
  const loaded = await loadResponse(app, actor, input);
  const { review, asks } = await openReview(app, loaded);
  const actions = await listActions(app.db.read, { schoolId: loaded.row.schoolId });
  const ours = actions.filter(({ responseId }) => responseId === loaded.row.id);
  return {
    response: responseHeader(actor, loaded),
    changed: changedOf(review, asks),
    duties: dutyLines(review).map(({ section, item, duties, asked, answer, note }) => ({
      statement: {
        key: item.key,
        short: item.short,
        section: section.key,
        text: item.statement,
      },
      // Legal duties come first, so the first is the most binding of them.
      kind: duties[0]?.kind ?? "local",
      sources: duties.map(({ kind, source, checked }) => ({ kind, source, checked })),
      asked,
      answer,
      note,
      actions: ours
        .filter(({ itemKey }) => itemKey === item.key)
        .map(({ id, title, term, state }) => ({ id, title, term, state })),
    })),
  };
}

function changedOf(review: SelfReview, asks: readonly DutyAskRow[]): DutiesView["changed"] {
  const placed = review.sections.flatMap(({ section, items }) =>
    items.map((item) => ({ section, item })),
  );
  return asks.flatMap(({ id, itemKey, before, after, askedAt }) => {
    const found = placed.find(({ item }) => item.key === itemKey);
    if (found === undefined) return [];
    const { section, item } = found;
    const { key, short, statement: text } = item;
    const statement = { key, short, section: section.key, text };
    return [{ id, statement, before, after, at: askedAt }];
  });
}
