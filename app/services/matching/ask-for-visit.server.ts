import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
import { keepVisitRequest } from "~db/queries/visit-matching";
import { loadRounds } from "./load-round.server";

/** Puts down that a school would like a visit, as it said by telephone or letter. Throws `not-found`. */
export async function noteWish(
  app: App,
  actor: Actor,
  { key, urn }: { key: string; urn: string },
): Promise<void> {
  const { organisation } = await loadRounds(app, actor, key);
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const covering = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  if (!covering.includes(organisation.id)) throw new AppError("not-found");
  const at = app.clock.now();
  const organisationId = organisation.id;
  const place = { organisationId, schoolId: school.id };
  await app.db.transact(async (tx) => {
    // Said by telephone it is for whichever round comes; what the school wrote itself stays with it.
    const wish = { askedBy: actor.userId, askedAt: at, roundId: null };
    await keepVisitRequest(tx, { ...place, ...wish });
    await insertAudit(tx, {
      id: app.newId(),
      at,
      actorId: actor.userId,
      event: "visit.asked-for",
      ...place,
      subjectKind: "school",
      subjectId: school.id,
    });
  });
}
