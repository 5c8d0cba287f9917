import type { Actor } from "~/domain/policy/actor";
import { schemePoints } from "~/domain/questionnaire/scheme-points";
import { derivedShares } from "~/domain/questionnaire/shares";
import { fieldKey } from "~/domain/response/answer";
import type { App } from "~/platform/app.server";
import { answerView } from "./answer-view";
import { askedHere } from "./asked-here.server";
import { answersElsewhere } from "./answers-elsewhere.server";
import { lastSigned } from "./last-signed.server";
import { leftView } from "./left-view";
import { homeConfirmations } from "../confirmations/home-confirmations.server";
import { loadResponse, type Loaded } from "./load-response.server";
import { openReview, type OpenReview } from "./open-review.server";
import { othersHere } from "./others-here.server";
import { responseHeader } from "./response-header";
import { needsWordsViews, statementView } from "./statement-view";
import { supportHere } from "./support-here.server";
import { doesNotApply } from "./view-section.server";
import type { FieldView, OnePageView } from "./views";

/** A whole response on one page: numbers, the starred statements, then going further (asthma). */
export async function viewOnePage(
  app: App,
  actor: Actor,
  input: { urn: string; responseId: string },
): Promise<OnePageView> {
  const loaded = await loadResponse(app, actor, input);
  const open = await openReview(app, loaded);
  const { review } = open;
  const { definition } = review;
  const placed = review.sections.flatMap(({ section, items }) =>
    items.map((item) => ({ section, item })),
  );
  const items = placed.map(({ item }) => item);
  const keys = items.map(({ key }) => key);
  const elsewhere = await answersElsewhere(app, actor, { loaded, items, keys });
  const support = await supportHere(app, loaded);
  const asked = await askedHere(app, actor, input);
  const starters = placed.filter(({ item }) => item.starter);
  const statement = (one: (typeof placed)[number]) =>
    statementView(open, { ...one, elsewhere, support, asked });
  return {
    response: responseHeader(actor, loaded),
    levels: definition.scale.levels,
    fields: fieldViews(open),
    derived: derivedShares(definition, review.answers, { training: loaded.row.trainingThreshold }),
    starters: starters.map(statement),
    goingFurther: review.sections
      .map(({ section }) => ({
        key: section.key,
        title: section.title,
        items: placed.filter((one) => one.section === section && !one.item.starter).map(statement),
      }))
      .filter((group) => group.items.length > 0),
    points: pointsOf(open),
    wishSeen: support.wishSeen,
    needsWords: needsWordsViews(open, placed),
    doesNotApply: review.sections.flatMap(doesNotApply),
    left: leftView(review),
    others: await othersHere(app, actor, loaded),
    confirmation: await confirmationHere(app, actor, loaded),
    lastSigned: await lastSigned(app, actor, { loaded, open }),
  };
}

/** The school's status in the round that this self-review is of; null where it has none. */
async function confirmationHere(
  app: App,
  actor: Actor,
  { school, row, today }: Loaded,
): Promise<OnePageView["confirmation"]> {
  if (row.roundId === null) return null;
  const all = await homeConfirmations(app, actor, { schoolId: school.id, today });
  return all.find(({ roundId }) => roundId === row.roundId) ?? null;
}

function fieldViews({ review, rows }: OpenReview): FieldView[] {
  return review.definition.fields.map((field) => {
    const answerKey = fieldKey(field.key);
    return { ...field, answerKey, answer: answerView(rows.get(answerKey)) };
  });
}

function pointsOf({ review }: OpenReview): OnePageView["points"] {
  const { starters, entry, further } = schemePoints(review);
  const missing = entry.missing.map(({ section, item }) => ({
    key: item.key,
    short: item.short,
    section: section.key,
  }));
  return { starters, entry: { yes: entry.yes, total: entry.total, missing }, further };
}
