import { and, eq, inArray } from "drizzle-orm";
import { responses, sectionAssignments, users } from "../schema";
import type { Reader, Writer } from "../types";

/** Who looks after which section of one response. */
export async function listAssignments(
  read: Reader,
  scope: { schoolId: string; responseId: string },
) {
  return read
    .select({
      sectionKey: sectionAssignments.sectionKey,
      userId: sectionAssignments.userId,
      name: users.name,
      assignedAt: sectionAssignments.assignedAt,
    })
    .from(sectionAssignments)
    .innerJoin(responses, eq(responses.id, sectionAssignments.responseId))
    .innerJoin(users, eq(users.id, sectionAssignments.userId))
    .where(
      and(
        eq(sectionAssignments.responseId, scope.responseId),
        eq(responses.schoolId, scope.schoolId),
      ),
    );
}

/** Sections of a school's responses that one person was asked to look after, with who asked. */
export async function listAssignmentsOf(read: Reader, scope: { schoolId: string; userId: string }) {
  return read
    .select({
      responseId: sectionAssignments.responseId,
      sectionKey: sectionAssignments.sectionKey,
      assignedAt: sectionAssignments.assignedAt,
      byId: users.id,
      byName: users.name,
    })
    .from(sectionAssignments)
    .innerJoin(responses, eq(responses.id, sectionAssignments.responseId))
    .innerJoin(users, eq(users.id, sectionAssignments.assignedBy))
    .where(
      and(eq(sectionAssignments.userId, scope.userId), eq(responses.schoolId, scope.schoolId)),
    );
}

/** Gives a section to a person, in place of whoever had it. */
export async function setAssignment(
  tx: Writer,
  row: typeof sectionAssignments.$inferInsert,
): Promise<void> {
  await tx
    .insert(sectionAssignments)
    .values(row)
    .onConflictDoUpdate({
      target: [sectionAssignments.responseId, sectionAssignments.sectionKey],
      set: { userId: row.userId, assignedBy: row.assignedBy, assignedAt: row.assignedAt },
    });
}

export async function clearAssignment(
  tx: Writer,
  scope: { responseId: string; sectionKey: string },
): Promise<void> {
  await tx
    .delete(sectionAssignments)
    .where(
      and(
        eq(sectionAssignments.responseId, scope.responseId),
        eq(sectionAssignments.sectionKey, scope.sectionKey),
      ),
    );
}

type HandOver = { schoolId: string; fromUserId: string; toUserId: string; by: string; at: Date };

/** Gives every section one person looks after in a school to another; answers what was handed over. */
export async function handOverAssignments(
  tx: Writer,
  { schoolId, fromUserId, toUserId, by, at }: HandOver,
): Promise<{ responseId: string; sectionKey: string }[]> {
  return tx
    .update(sectionAssignments)
    .set({ userId: toUserId, assignedBy: by, assignedAt: at })
    .where(
      and(
        eq(sectionAssignments.userId, fromUserId),
        inArray(
          sectionAssignments.responseId,
          tx.select({ id: responses.id }).from(responses).where(eq(responses.schoolId, schoolId)),
        ),
      ),
    )
    .returning({
      responseId: sectionAssignments.responseId,
      sectionKey: sectionAssignments.sectionKey,
    });
}
