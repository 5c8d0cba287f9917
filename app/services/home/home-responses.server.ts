import type { Actor } from "~/domain/policy/actor";
import type { Calendar } from "~/domain/calendar/calendar";
import { can } from "~/domain/policy/can";
import { visibleResponses } from "~/domain/policy/scopes";
import type { Duty } from "~/domain/questionnaire/duties";
import { selfReview, type SelfReview } from "~/domain/questionnaire/self-review";
import { whatIsLeft } from "~/domain/questionnaire/what-is-left";
import type { HomeResponse } from "~/domain/response/home";
import { deadlinesOf } from "~/domain/round/deadlines";
import type { App } from "~/platform/app.server";
import { listAnswersOfResponses } from "~db/queries/answers";
import { listDutyAsksOf, type DutyAskRow } from "~db/queries/duty-asks";
import { listVisibleResponses, type ResponseRow } from "~db/queries/responses";
import type { SchoolFacts } from "~db/queries/schools";
import { applicabilityOf } from "../answering/applicability-of.server";
import { dutiesOf } from "../answering/duties-of.server";
import { responseFacts, type Loaded } from "../answering/load-response.server";
import { publishedDefinition } from "../answering/published-definition.server";
import { titleOf } from "../answering/response-header";

/** One of the school's responses, as home works on it. */
export type OnHome = HomeResponse & {
  loaded: Loaded;
  review: SelfReview;
  mayRead: boolean;
  dutyAsks: readonly DutyAskRow[];
};

type Place = { school: SchoolFacts; today: string; calendar: Calendar };

/** The school's responses that the person may know of, with their answers read in one query. */
export async function homeResponses(app: App, actor: Actor, place: Place): Promise<OnHome[]> {
  const { school, today } = place;
  const rows = await listVisibleResponses(app.db.read, {
    schoolId: school.id,
    visible: visibleResponses(actor, today),
  });
  const known: Loaded[] = [];
  for (const row of rows) {
    const loaded = await load(app, actor, { row, school, today });
    if (can(actor, "response.view-status", loaded.facts).allowed) known.push(loaded);
  }
  const duties = await dutiesByQuestionnaire(app, known);
  const answers = await listAnswersOfResponses(app.db.read, {
    schoolId: school.id,
    responseIds: known.map(({ row }) => row.id),
  });
  const responseIds = known.map(({ row }) => row.id);
  const asks = await listDutyAsksOf(app.db.read, { responseIds });
  return known.map((loaded) => {
    const { row, definition, applicability } = loaded;
    const ofThis = asks.filter(({ responseId }) => responseId === row.id);
    const review = selfReview({
      definition,
      applicability,
      today,
      duties: duties.get(row.questionnaireId) ?? [],
      answers: answers.filter(({ responseId }) => responseId === row.id),
      lookAgain: ofThis.map(({ itemKey }) => itemKey),
    });
    return { ...onHome(actor, { loaded, review, place }), dutyAsks: ofThis };
  });
}

type Built = { loaded: Loaded; review: SelfReview; place: Place };

function onHome(actor: Actor, { loaded, review, place }: Built): Omit<OnHome, "dutyAsks"> {
  const { row, definition, facts } = loaded;
  return {
    id: row.id,
    title: titleOf(row, definition),
    state: row.state,
    isPrivate: row.roundId === null,
    mayAnswer: can(actor, "response.answer", facts).allowed,
    mayRead: can(actor, "response.view-draft", facts).allowed,
    deadlines: deadlinesOf(row, place),
    left: whatIsLeft(review),
    loaded,
    review,
  };
}

type ToLoad = { row: ResponseRow; school: SchoolFacts; today: string };

async function load(app: App, actor: Actor, { row, school, today }: ToLoad): Promise<Loaded> {
  const version = { versionId: row.versionId, sha256: row.definitionSha256 };
  return {
    school,
    row,
    today,
    definition: await publishedDefinition(app, version),
    facts: await responseFacts(app, actor, { row, today }),
    applicability: applicabilityOf(row, { school, roundSections: row.roundSections }),
  };
}

async function dutiesByQuestionnaire(app: App, known: readonly Loaded[]) {
  const duties = new Map<string, Duty[]>();
  for (const { row } of known) {
    if (!duties.has(row.questionnaireId)) {
      duties.set(row.questionnaireId, await dutiesOf(app, row));
    }
  }
  return duties;
}
