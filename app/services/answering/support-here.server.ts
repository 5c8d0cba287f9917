import { whoSeesWish } from "~/domain/policy/who-sees-wish";
import { supportFor } from "~/domain/support/support-for";
import type { App } from "~/platform/app.server";
import { listSharedPractice, listStandingSupport } from "~db/queries/support";
import { storedSupport } from "../support/stored-support";
import { supportView, type SupportView } from "../support/support-views";
import type { Loaded } from "./load-response.server";
import { shareNames } from "./seen-by.server";

/** More than this is no help at nine in the evening. */
const MOST_ENTRIES = 5;

/** The help available to a school for the statements of a page. */
export type SupportHere = {
  of: (itemKey: string) => SupportView[];
  /** Who sees a wish for help, and when: the policy's words. */
  wishSeen: string;
};

/** Reads the help available today for a school's self-review, its own district first. */
export async function supportHere(app: App, loaded: Loaded): Promise<SupportHere> {
  const { row, school, today } = loaded;
  const rows = await listStandingSupport(app.db.read, { questionnaireId: row.questionnaireId });
  const entries = rows.map(storedSupport);
  const schoolIds = entries.flatMap((entry) => entry.school?.id ?? []);
  const practices = await listSharedPractice(app.db.read, { schoolIds: [...new Set(schoolIds)] });
  const district = school.district ?? school.laName;
  const organisation = row.roundId === null ? null : row.ownerName;
  return {
    of: (itemKey) =>
      supportFor(entries, { itemKeys: [itemKey], today, district })
        .filter((entry) => entry.school?.id !== school.id)
        .slice(0, MOST_ENTRIES)
        .map((entry) => {
          const isOf = (one: { schoolId: string; key: string }) =>
            one.schoolId === entry.school?.id && one.key === itemKey;
          return supportView(
            entry,
            practices.filter(isOf).map(({ text }) => text),
          );
        }),
    wishSeen: whoSeesWish({ organisation, sharedWith: await shareNames(app, row.roundId) }),
  };
}
