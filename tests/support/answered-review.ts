import { inventedFields, inventedSection } from "../../app/commands/demo/invented-answers";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { itemsThatApply } from "~/domain/questionnaire/applicability";
import { asksDuty } from "~/domain/questionnaire/self-review";
import type { App } from "~/platform/app.server";
import { confirmApplicability } from "~/services/answering/confirm-applicability.server";
import { loadResponse } from "~/services/answering/load-response.server";
import { openReview } from "~/services/answering/open-review.server";
import { saveSection } from "~/services/answering/save-answers.server";

type Where = { urn: string; responseId: string };

/** Confirms what applies as the school's facts suggest. `sections`: those chosen; all unless said. */
export async function confirmReview(
  app: App,
  actor: Actor,
  { sections, ...where }: Where & { sections?: readonly string[] },
): Promise<void> {
  const { row, applicability, definition } = await loadResponse(app, actor, where);
  const outcome = await confirmApplicability(app, actor, {
    ...where,
    phases: applicability.phases,
    types: applicability.types.length > 0 ? applicability.types : ["maintained"],
    sections: sections ?? definition.sections.map(({ key }) => key),
    version: row.version,
    changeAccepted: true,
  });
  if (outcome.kind !== "confirmed") throw new Error(JSON.stringify(outcome));
}

/** Gives every statement, summing-up and number an invented answer. `except`: sections left alone. */
export async function answerReview(
  app: App,
  actor: Actor,
  { except = [], ...where }: Where & { except?: readonly string[] },
): Promise<void> {
  const loaded = await loadResponse(app, actor, where);
  const { review } = await openReview(app, loaded);
  const items = review.sections.flatMap((section) => section.items);
  const about = {
    definition: loaded.definition,
    asked: new Set(items.filter((item) => asksDuty(review, item)).map(({ key }) => key)),
    urn: where.urn,
    today: londonDate(app.clock.now()),
  };
  const sections = itemsThatApply(loaded.definition, loaded.applicability).filter(
    ({ section }) => !except.includes(section.key),
  );
  const answers = [
    ...inventedFields(about),
    ...sections.flatMap((section) => inventedSection(section, about)),
  ].map((one) => ({ ...one, base: 0, saveId: app.newId(), namesConfirmed: true }));
  const { outcomes } = await saveSection(app, actor, { ...where, answers });
  const refused = outcomes.find(({ kind }) => kind !== "saved" && kind !== "unchanged");
  if (refused !== undefined) throw new Error(JSON.stringify(refused));
}
