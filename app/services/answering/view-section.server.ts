import type { Actor } from "~/domain/policy/actor";
import type { AppliedSection } from "~/domain/questionnaire/applicability";
import { headlineLevels, levelsOf } from "~/domain/questionnaire/definition-lookup";
import { itemState, summaryLacks } from "~/domain/questionnaire/progress";
import { answerTo, type SelfReview } from "~/domain/questionnaire/self-review";
import { sectionKey } from "~/domain/response/answer";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { answerView } from "./answer-view";
import { askedHere } from "./asked-here.server";
import { answersElsewhere, type Elsewhere } from "./answers-elsewhere.server";
import { loadResponse } from "./load-response.server";
import { openReview, type OpenReview } from "./open-review.server";
import { othersHere } from "./others-here.server";
import { responseHeader } from "./response-header";
import { needsWordsViews, statementView } from "./statement-view";
import { supportHere } from "./support-here.server";
import type { DoesNotApplyView, SectionView, SummaryView } from "./views";

/**
 * Everything the levels view and the full view of one section show. Throws `not-found` for a section the
 * response does not ask for.
 */
export async function viewSection(
  app: App,
  actor: Actor,
  input: { urn: string; responseId: string; section: string },
): Promise<SectionView> {
  const loaded = await loadResponse(app, actor, input);
  const asked = loaded.definition.sections.find(({ key }) => key === input.section);
  if (asked === undefined) throw new AppError("not-found");
  const keys = [...asked.items.map(({ key }) => key), sectionKey(asked.key)];
  const open = await openReview(app, loaded, keys);
  const { review } = open;
  const index = review.sections.findIndex(({ section }) => section.key === input.section);
  const applied = review.sections[index];
  if (applied === undefined) throw new AppError("not-found");
  const { section, items } = applied;
  const elsewhere = await answersElsewhere(app, actor, { loaded, items, keys });
  const others = await othersHere(app, actor, loaded);
  const support = await supportHere(app, loaded);
  const beside = { elsewhere, support, asked: await askedHere(app, actor, input) };
  return {
    response: responseHeader(actor, loaded),
    section: {
      key: section.key,
      title: section.title,
      looksLike: section.looksLike,
      part: section.part,
    },
    scaleTitle: review.definition.scale.title,
    levels: levelsOf(review.definition, section),
    items: items.map((item) => statementView(open, { section, item, ...beside })),
    wishSeen: support.wishSeen,
    doesNotApply: doesNotApply(applied),
    needsWords: needsWordsViews(
      open,
      items.map((item) => ({ section, item })),
    ),
    summary: summaryView(open, { applied, elsewhere }),
    done: items.filter((item) => itemState(review, section, item) === "done").length,
    total: items.length,
    others: others.filter((other) => other.section === section.key),
    next: nameOf(review.sections.slice(index + 1).find(hasItems)),
    previous: nameOf(review.sections.slice(0, index).findLast(hasItems)),
  };
}

/** Statements left out for this school, folded away on the page with the reason. */
export function doesNotApply({ notApplicable }: AppliedSection): DoesNotApplyView[] {
  return notApplicable.map(({ item, why }) => ({ key: item.key, statement: item.statement, why }));
}

function hasItems({ items }: AppliedSection): boolean {
  return items.length > 0;
}

function nameOf(applied: AppliedSection | undefined): { key: string; title: string } | null {
  return applied === undefined ? null : { key: applied.section.key, title: applied.section.title };
}

function summaryView(
  { review, rows }: OpenReview,
  { applied, elsewhere }: { applied: AppliedSection; elsewhere: Elsewhere },
): SummaryView | null {
  if (!review.definition.settings.sectionSummary) return null;
  const answerKey = sectionKey(applied.section.key);
  return {
    answerKey,
    headlines: headlineLevels(review.definition),
    answer: answerView(rows.get(answerKey)),
    lastTime: elsewhere.lastTime(answerKey),
    spread: spreadOf(review, applied),
    done: summaryLacks(review, applied).length === 0,
  };
}

function spreadOf(review: SelfReview, { items }: AppliedSection): (string | null)[] {
  return items.map((item) => answerTo(review, item.key).level);
}
