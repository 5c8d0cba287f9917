import type { Day } from "~/domain/calendar/day";
import type { App } from "~/platform/app.server";
import { listSchoolsGrants } from "~db/queries/grants";

/** Somebody to write to about a round: a head or coordinator of the school. */
export type RoundReader = { userId: string; name: string; email: string };

type Asked = { schoolIds: readonly string[]; questionnaireKey: string; today: Day };

/**
 * Heads and coordinators of schools who work there today and whose role covers the questionnaire, each once, by
 * school. A school that is not in it has nobody to write to.
 */
export async function roundReaders(
  app: Pick<App, "db">,
  { schoolIds, questionnaireKey, today }: Asked,
): Promise<Map<string, RoundReader[]>> {
  const found = new Map<string, Map<string, RoundReader>>();
  for (const role of ["head", "coordinator"] as const) {
    for (const grant of await listSchoolsGrants(app.db.read, { schoolIds, role, today })) {
      const { schoolId, userId, name, email, from, questionnaireKey: key } = grant;
      const isTheirs = from <= today && (key === null || key === questionnaireKey);
      if (schoolId === null || !isTheirs) continue;
      const readers = found.get(schoolId) ?? new Map<string, RoundReader>();
      found.set(schoolId, readers.set(userId, { userId, name, email }));
    }
  }
  return new Map([...found].map(([schoolId, readers]) => [schoolId, [...readers.values()]]));
}
