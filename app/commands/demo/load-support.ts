import { londonDate } from "~/domain/calendar/format";
import type { App } from "~/platform/app.server";
import { DEMO_SUPPORT, INVENTED, weekdayIn, type DemoSupport } from "~db/demo/support";
import { insertSupport } from "~db/queries/support";
import { findQuestionnaire } from "~db/queries/versions";
import type { DemoPlaces } from "./load-places";

/** Gives the demonstration's organisations some help to offer, all of it invented and saying so. */
export async function loadSupport(app: App, places: DemoPlaces): Promise<void> {
  for (const entry of DEMO_SUPPORT) {
    const { owner: organisation, questionnaire: key } = entry;
    const organisationId = places.organisations[organisation];
    const owner = await findQuestionnaire(app.db.read, { organisationId, key });
    if (owner === undefined) throw new Error(`There is no questionnaire ${key}`);
    const row = rowOf(app, { entry, places });
    await app.db.transact((tx) => insertSupport(tx, { ...row, questionnaireId: owner.id }));
  }
}

function rowOf(app: App, { entry, places }: { entry: DemoSupport; places: DemoPlaces }) {
  const { id, kind, title, statements, about, dates = [], districts = [] } = entry;
  const { booking = "", link = null, email = null, school } = entry;
  const at = app.clock.now();
  const today = londonDate(at);
  const schoolId = school === undefined ? null : (places.schools.get(school) ?? null);
  return {
    ...{ id, kind, title, booking, link, email, schoolId },
    about: [about, INVENTED].filter((part) => part !== undefined).join(". "),
    dates: JSON.stringify(
      dates.map(({ inDays, at: time, place }) => ({
        on: weekdayIn(today, inDays),
        at: time,
        place,
      })),
    ),
    telephone: null,
    itemKeys: JSON.stringify(statements),
    districts: JSON.stringify(districts),
    agreedOn: schoolId === null ? null : today,
    validFrom: null,
    validTo: null,
    createdAt: at,
  };
}
