import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findSchoolByUrn, listOrganisationsCovering, type SchoolFacts } from "~db/queries/schools";

/** A school that an organisation covers. Throws `not-found` for any other. */
export async function coveredSchool(
  app: App,
  { organisationId, urn }: { organisationId: string; urn: string },
): Promise<SchoolFacts> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const covering = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  if (!covering.includes(organisationId)) throw new AppError("not-found");
  return school;
}
