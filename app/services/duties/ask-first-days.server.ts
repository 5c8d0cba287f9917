import type { Day } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import { londonMoment } from "~/domain/calendar/london-time";
import type { Duty } from "~/domain/questionnaire/duties";
import { dutyWords, firstDaysOn } from "~/domain/questionnaire/duty-change";
import type { App } from "~/platform/app.server";
import { dutiesOf } from "~/services/answering/duties-of.server";
import { listDutiesBeginning } from "~db/queries/duties";
import { askAboutDuty, listAskedSince } from "~db/queries/duty-asks";
import { touchedNow } from "./touched-now.server";

/**
 * The daily job of duties: on the first day of one, the self-reviews it touches are asked to look again, each once.
 * One begun since then shows the duty from its start.
 */
export async function askOnFirstDays(app: App): Promise<void> {
  const today = londonDate(app.clock.now());
  for (const { id, questionnaireId } of await listDutiesBeginning(
    app.db.read,
    firstDaysOn(today),
  )) {
    const duty = (await dutiesOf(app, { questionnaireId })).find((one) => one.id === id);
    if (duty === undefined || duty.validFrom === null) continue;
    await askAbout(app, { questionnaireId, duty, firstDay: duty.validFrom });
  }
}

type About = { questionnaireId: string; duty: Duty; firstDay: Day };

async function askAbout(app: App, { questionnaireId, duty, firstDay }: About): Promise<void> {
  const begins = londonMoment(firstDay, 0);
  const touching = { questionnaireId, before: null, after: duty };
  const touched = await touchedNow(app, app.db.read, touching);
  const begun = touched.filter(({ confirmedAt }) => confirmedAt === null || confirmedAt < begins);
  await app.db.transact(async (tx) => {
    const asked = await listAskedSince(tx, { dutyId: duty.id, since: begins });
    for (const { id: responseId } of begun.filter(({ id }) => !asked.includes(id))) {
      await askAboutDuty(tx, {
        id: app.newId(),
        responseId,
        dutyId: duty.id,
        itemKey: duty.itemKey,
        before: "",
        after: dutyWords(duty),
        askedAt: app.clock.now(),
      });
    }
  });
}
