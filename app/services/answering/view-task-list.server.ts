import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { countDutyAnswers } from "~/domain/questionnaire/duty-answers";
import { itemState, sectionProgress, type SectionProgress } from "~/domain/questionnaire/progress";
import { answerTo } from "~/domain/questionnaire/self-review";
import type { AppliedSection } from "~/domain/questionnaire/applicability";
import { deadlinesOf } from "~/domain/round/deadlines";
import { sectionKey } from "~/domain/response/answer";
import { checkResponse } from "~/domain/response/check";
import type { App } from "~/platform/app.server";
import { listAssignments } from "~db/queries/assignments";
import { lastSigned } from "./last-signed.server";
import { leftView } from "./left-view";
import { loadResponse, type Loaded } from "./load-response.server";
import { openReview, type OpenReview } from "./open-review.server";
import { othersHere } from "./others-here.server";
import { responseHeader } from "./response-header";
import { seenBy } from "./seen-by.server";
import { schoolCalendar } from "./school-calendar.server";
import { inRole, schoolPeople } from "./school-people.server";
import { stepsView } from "./steps-view";
import type {
  ApplicabilityView,
  OtherPersonView,
  PersonView,
  TaskListView,
  TaskSectionView,
} from "./views";

/** The task list of one self-review: sections, what is left, dates, duties and the steps to signing. */
export async function viewTaskList(
  app: App,
  actor: Actor,
  input: { urn: string; responseId: string },
): Promise<TaskListView> {
  const loaded = await loadResponse(app, actor, input);
  const { row, facts, today } = loaded;
  const open = await openReview(app, loaded);
  const scope = { schoolId: row.schoolId, responseId: row.id };
  const assignments = await listAssignments(app.db.read, scope);
  const others = await othersHere(app, actor, loaded);
  const calendar = await schoolCalendar(app, row.schoolId);
  const people = await schoolPeople(app, { ...facts, today });
  const { ready } = checkResponse({
    review: open.review,
    confirmed: row.phases !== null,
    chooseAtLeast: row.chooseAtLeast,
    training: { threshold: row.trainingThreshold, gate: row.trainingGate ?? false },
  });
  const governorSigns = row.governorSigns ?? false;
  const assigned = new Map(
    assignments.map(({ sectionKey: key, userId, name }) => [key, { id: userId, name }]),
  );
  return {
    response: responseHeader(actor, loaded),
    levels: loaded.definition.scale.levels,
    applicability: applicabilityView(loaded),
    sections: taskSections(open, { assigned, others }),
    left: leftView(open.review),
    dates: deadlinesOf(row, { calendar, today }),
    duties: countDutyAnswers(open.review),
    steps: stepsView(actor, { facts, ready, governorSigns }),
    signers: {
      heads: inRole(people, "head"),
      governors: governorSigns ? inRole(people, "governor") : [],
      governorSigns,
    },
    seenBy: await seenBy(app, {
      seen: "draft",
      schoolName: loaded.school.name,
      roundId: row.roundId,
      ownerName: row.ownerName,
      governorAwaited: false,
    }),
    lastSigned: await lastSigned(app, actor, { loaded, open }),
    mayAssign: can(actor, "response.assign", facts).allowed,
    mayChangeApplicability: can(actor, "response.confirm-applicability", facts).allowed,
  };
}

function applicabilityView({ row, applicability }: Loaded): ApplicabilityView {
  return {
    confirmed: row.phases !== null,
    phases: [...applicability.phases],
    types: [...applicability.types],
    confirmedAt: row.confirmedAt,
  };
}

type Beside = { assigned: ReadonlyMap<string, PersonView>; others: readonly OtherPersonView[] };

function taskSections(open: OpenReview, beside: Beside): TaskSectionView[] {
  const progress = new Map(sectionProgress(open.review).map((one) => [one.key, one]));
  return open.review.sections.flatMap((applied) => {
    const one = progress.get(applied.section.key);
    return one === undefined ? [] : [taskSection(open, { applied, progress: one, beside })];
  });
}

function taskSection(
  open: OpenReview,
  input: { applied: AppliedSection; progress: SectionProgress; beside: Beside },
): TaskSectionView {
  const { applied, progress, beside } = input;
  const { section, items } = applied;
  return {
    ...progress,
    part: section.part,
    items: items.map((item) => ({
      key: item.key,
      level: answerTo(open.review, item.key).level,
      state: itemState(open.review, section, item),
    })),
    assignedTo: beside.assigned.get(section.key) ?? null,
    lastChange: lastChange(open, applied),
    others: beside.others.filter((other) => other.section === section.key),
  };
}

/** The latest save of any statement or the summing-up of a section. */
function lastChange(
  { rows }: OpenReview,
  { section, items }: AppliedSection,
): TaskSectionView["lastChange"] {
  const keys = [...items.map(({ key }) => key), sectionKey(section.key)];
  const saved = keys.flatMap((key) => rows.get(key) ?? []);
  const [latest] = saved.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  if (latest === undefined) return null;
  return { at: latest.updatedAt, by: { id: latest.updatedById, name: latest.updatedByName } };
}
