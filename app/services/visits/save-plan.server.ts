import type { Actor } from "~/domain/policy/actor";
import { readPlan, type PlanFields, type ReadPlan } from "~/domain/visit/plan-fields";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { listSubmissions } from "~db/queries/submissions";
import { replaceVisitFocus } from "~db/queries/visit-plan";
import { moveVisit } from "~db/queries/visits";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { mailVisit, visitReaders } from "./mail-visit.server";
import { makeVisitMove } from "./move-visit.server";
import { namesAsked } from "./names-asked";
import { definitionOf, PLANNED_AT, standingPlan } from "./view-plan.server";
import type { VisitProblemView } from "./views";

/** `version` is the one the form was made from. */
type SavingPlan = {
  visitId: string;
  version: number;
  fields: PlanFields;
  namesConfirmed?: boolean;
};

/** `conflict`: somebody saved first; `theirs` is what stands, `version` what the next save is made from. */
export type PlanOutcome =
  | { kind: "done"; done: string }
  | { kind: "problems"; problems: VisitProblemView[] }
  | { kind: "conflict"; theirs: PlanFields; version: number };

/** Keeps what the host has chosen so far. Throws `forbidden` for others, `conflict` once the plan is agreed. */
export async function savePlan(app: App, actor: Actor, saving: SavingPlan): Promise<PlanOutcome> {
  return write(app, actor, { ...saving, toAgree: false });
}

/**
 * Agrees the plan: what it looks at stands, the signed copy is pinned, and the reviewers are told. Agreed later than
 * ten working days before the visit, it counts and is shown as late.
 */
export async function agreePlan(app: App, actor: Actor, saving: SavingPlan): Promise<PlanOutcome> {
  return write(app, actor, { ...saving, toAgree: true });
}

type Writing = SavingPlan & { toAgree: boolean };

async function write(app: App, actor: Actor, writing: Writing): Promise<PlanOutcome> {
  const { visitId, version, toAgree, namesConfirmed = false } = writing;
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.plan" });
  const { row } = loaded;
  if (row.version !== version) return conflict(app, loaded);
  if (!PLANNED_AT.includes(row.state) || row.state === "planned") throw new AppError("conflict");
  const definition = await definitionOf(app, row);
  const known = {
    sections: definition.sections.map(({ key }) => key),
    statements: definition.sections.flatMap(({ items }) => items.map(({ key }) => key)),
  };
  const read = readPlan(writing.fields, { known, toAgree });
  if (!read.ok) return { kind: "problems", problems: read.problem };
  const { focusReason, context, practicalNotes } = read.value;
  const texts = { focusReason, context, practicalNotes };
  const names = namesAsked(texts, { before: textsOf(row), namesConfirmed });
  if (names.length > 0) return { kind: "problems", problems: names };
  try {
    return toAgree
      ? await agree(app, actor, { loaded, plan: read.value })
      : await save(app, actor, { loaded, plan: read.value });
  } catch (thrown) {
    const now = await loadVisit(app, actor, { visitId });
    if (now.row.version !== version) return conflict(app, now);
    throw thrown;
  }
}

const textsOf = ({ focusReason, context, practicalNotes }: LoadedVisit["row"]) => ({
  focusReason,
  context,
  practicalNotes,
});

async function conflict(app: App, loaded: LoadedVisit): Promise<PlanOutcome> {
  const { fields } = await standingPlan(app, loaded);
  return { kind: "conflict", theirs: fields, version: loaded.row.version };
}

type Planned = { loaded: LoadedVisit; plan: ReadPlan };

async function save(app: App, actor: Actor, { loaded, plan }: Planned): Promise<PlanOutcome> {
  const { row } = loaded;
  const { focus, ...also } = plan;
  const at = app.clock.now();
  const auditId = app.newId();
  const { id: visitId, state, version } = row;
  await app.db.transact(async (tx) => {
    const move = { visitId, from: state, to: state, version, at, also };
    if (!(await moveVisit(tx, move))) throw new AppError("conflict");
    await replaceVisitFocus(tx, { visitId }, focus);
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "visit.planChanged",
      schoolId: row.schoolId,
      organisationId: row.organisationId,
      subjectKind: "visit",
      subjectId: visitId,
      data: { focus: focus.map(({ key }) => key) },
    });
  });
  return { kind: "done", done: "plan-saved" };
}

async function agree(app: App, actor: Actor, { loaded, plan }: Planned): Promise<PlanOutcome> {
  const { row } = loaded;
  if (row.visitOn === null) return notYet("Agree a day first: the plan is agreed for that day");
  const submissionId = await standingCopy(app, loaded);
  if (submissionId === null) return notYet("Sign the self-review first: the visit is about it");
  const { focus, ...texts } = plan;
  const readers = await visitReaders(app, row);
  const at = app.clock.now();
  const auditId = app.newId();
  const sections = focus.filter(({ kind }) => kind === "section").length;
  await app.db.transact(async (tx) => {
    await makeVisitMove(tx, {
      actor,
      loaded,
      event: "agreePlan",
      at,
      auditId,
      context: { sections, statements: focus.length - sections, copyStands: true },
      also: { ...texts, focusAgreedAt: at, submissionId },
      data: { focus: focus.map(({ key }) => key), submissionId },
    });
    await replaceVisitFocus(tx, { visitId: row.id }, focus);
    const path = `/visits/${row.id}/plan`;
    await mailVisit(tx, app, { row, what: "plan-agreed", to: readers.reviewers, path });
  });
  app.wakeWorker();
  return { kind: "done", done: "plan-agreed" };
}

const notYet = (message: string): PlanOutcome => ({
  kind: "problems",
  problems: [{ field: "sections", message }],
});

/** The signed copy that stands; null where none does. */
export async function standingCopy(app: App, { row }: LoadedVisit): Promise<string | null> {
  // A school that took another over hosts its visits, and what was signed stays with the one before.
  const { responseSchoolId: schoolId, responseId } = row;
  const copies = await listSubmissions(app.db.read, { schoolId, responseId });
  const found = copies.find(
    ({ state, withdrawnAt }) => state === "standing" && withdrawnAt === null,
  );
  return found?.id ?? null;
}

/** Opens an agreed plan again, so that it can be changed and agreed anew. */
export async function reopenPlan(
  app: App,
  actor: Actor,
  { visitId }: { visitId: string },
): Promise<void> {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.plan" });
  const at = app.clock.now();
  const auditId = app.newId();
  const also = { focusAgreedAt: null };
  await app.db.transact((tx) =>
    makeVisitMove(tx, { actor, loaded, event: "changePlan", at, auditId, also }),
  );
}
