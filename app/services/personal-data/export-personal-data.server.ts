import type { PersonalData } from "~/domain/personal-data/subject-access";
import type { App } from "~/platform/app.server";
import { accountSections } from "./export-account.server";
import { workSections } from "./export-work.server";
import type { Exporting } from "./exporting";

/** Everything held about one person, for somebody who may have it: callers have asked the policy. */
export async function exportPersonalData(app: App, who: Exporting): Promise<PersonalData> {
  const account = await accountSections(app, who);
  const work = await workSections(app, who);
  const { name, email } = who.person;
  const sections = [...account, ...work];
  return { madeAt: app.clock.now(), person: { name, email }, way: who.way, sections };
}
