import type { Item, Section } from "~/domain/questionnaire/definition";
import { wordsAskedOf } from "~/domain/questionnaire/needs-words";
import { itemState } from "~/domain/questionnaire/progress";
import { asksDuty, dutiesOn } from "~/domain/questionnaire/self-review";
import { answerView } from "./answer-view";
import type { AskedHere } from "./asked-here.server";
import type { Elsewhere } from "./answers-elsewhere.server";
import type { SupportHere } from "./support-here.server";
import type { OpenReview } from "./open-review.server";
import type { NeedsWordsView, StatementView } from "./views";

type Placed = { section: Section; item: Item };

/** What stands beside the answers to a page. */
type Beside = { elsewhere: Elsewhere; support: SupportHere; asked: AskedHere };

/** One statement with everything a page may show of it. */
export function statementView(
  { review, rows, asks }: OpenReview,
  { section, item, elsewhere, support, asked }: Placed & Beside,
): StatementView {
  return {
    key: item.key,
    short: item.short,
    statement: item.statement,
    section: section.key,
    descriptors: item.descriptors,
    help: item.help,
    evidence: item.evidence,
    entry: item.entry,
    starter: item.starter,
    duties: dutiesOn(review, item).map(({ kind, source, checked }) => ({ kind, source, checked })),
    asksDuty: asksDuty(review, item),
    answer: answerView(rows.get(item.key)),
    state: itemState(review, section, item),
    related: elsewhere.related(item),
    lastTime: elsewhere.lastTime(item.key),
    support: support.of(item.key),
    dutyChanged: asks.some(({ itemKey }) => itemKey === item.key),
    asked: asked(item.key),
  };
}

/** The words these statements still lack, each with its question. */
export function needsWordsViews(
  { review }: OpenReview,
  placed: readonly Placed[],
): NeedsWordsView[] {
  return placed
    .flatMap(({ section, item }) => wordsAskedOf(review, section, item))
    .filter((words) => !words.written)
    .map(({ key, short, box, question, levelName, duty }) => ({
      key,
      short,
      box,
      question,
      levelName,
      duty,
    }));
}
