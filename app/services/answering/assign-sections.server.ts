import type { Actor } from "~/domain/policy/actor";
import { sectionProgress } from "~/domain/questionnaire/progress";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { clearAssignment, listAssignments, setAssignment } from "~db/queries/assignments";
import { insertAudit } from "~db/queries/audit";
import { loadResponse, type Loaded } from "./load-response.server";
import { openReview } from "./open-review.server";
import { responseHeader } from "./response-header";
import { answeringPeople, schoolPeople } from "./school-people.server";
import type { AssignmentsView } from "./views";

type Where = { urn: string; responseId: string };

/** Who looks after which section, and who could. Throws `forbidden` for those who may not assign. */
export async function viewAssignments(
  app: App,
  actor: Actor,
  input: Where,
): Promise<AssignmentsView> {
  const loaded = await loadResponse(app, actor, { ...input, action: "response.assign" });
  const { review } = await openReview(app, loaded);
  const assigned = await assignedTo(app, loaded);
  const people = await teamOf(app, loaded);
  return {
    response: responseHeader(actor, loaded),
    people: people.map(({ userId, name, role }) => ({ id: userId, name, role })),
    sections: sectionProgress(review).map(({ key, title, done, total }) => ({
      key,
      title,
      done,
      total,
      assignedTo: assigned.get(key) ?? null,
    })),
  };
}

type AssignInput = Where & { assignments: readonly { section: string; userId: string | null }[] };

/**
 * Asks people to look after sections; null asks nobody. It guides and does not lock. Throws `invalid` for a
 * section the response does not ask for or a person who is not on the school's team.
 */
export async function assignSections(
  app: App,
  actor: Actor,
  { assignments, ...where }: AssignInput,
): Promise<{ changed: number }> {
  const loaded = await loadResponse(app, actor, { ...where, action: "response.assign" });
  const { row } = loaded;
  const { review } = await openReview(app, loaded);
  const sections = review.sections.map(({ section }) => section.key);
  const people = new Set((await teamOf(app, loaded)).map(({ userId }) => userId));
  const wrong = assignments.some(
    ({ section, userId }) =>
      !sections.includes(section) || (userId !== null && !people.has(userId)),
  );
  if (wrong) throw new AppError("invalid", { responseId: row.id });
  const before = await assignedTo(app, loaded);
  const changes = assignments
    .filter(({ section, userId }) => (before.get(section)?.id ?? null) !== userId)
    .map((change) => ({ ...change, auditId: app.newId() }));
  const at = app.clock.now();
  const responseId = row.id;
  await app.db.transact(async (tx) => {
    for (const { section: sectionKey, userId, auditId } of changes) {
      if (userId === null) await clearAssignment(tx, { responseId, sectionKey });
      else {
        const by = { assignedBy: actor.userId, assignedAt: at };
        await setAssignment(tx, { responseId, sectionKey, userId, ...by });
      }
      await insertAudit(tx, {
        id: auditId,
        at,
        actorId: actor.userId,
        event: "section.assigned",
        schoolId: row.schoolId,
        subjectKind: "response",
        subjectId: responseId,
        data: { section: sectionKey, userId },
      });
    }
  });
  return { changed: changes.length };
}

async function assignedTo(app: App, { row }: Loaded) {
  const scope = { schoolId: row.schoolId, responseId: row.id };
  const rows = await listAssignments(app.db.read, scope);
  return new Map(rows.map(({ sectionKey, userId, name }) => [sectionKey, { id: userId, name }]));
}

async function teamOf(app: App, { facts, today }: Loaded) {
  return answeringPeople(await schoolPeople(app, { ...facts, today }));
}
