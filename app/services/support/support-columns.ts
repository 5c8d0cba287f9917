import { formatDate } from "~/domain/calendar/format";
import { typedDates } from "~/domain/support/course-dates";
import type { JudgedSupport } from "~/domain/support/judge-support";
import type { TypedSupport } from "~/domain/support/typed-support";
import type { SupportRow } from "~db/queries/support";
import { storedSupport } from "./stored-support";

/** The columns of an entry, but for those that say whose it is. Lists are stored as JSON text. */
export function columnsOf(judged: JudgedSupport, { agreedOn }: { agreedOn: string | null }) {
  const { kind, title, about, booking, link, email, telephone, validFrom, validTo } = judged;
  return {
    ...{ kind, title, about, booking, link, email, telephone, validFrom, validTo },
    questionnaireId: judged.questionnaireId,
    dates: JSON.stringify(judged.dates),
    itemKeys: JSON.stringify(judged.itemKeys),
    districts: JSON.stringify(judged.districts),
    schoolId: judged.schoolId,
    agreedOn: judged.schoolId === null ? null : agreedOn,
  };
}

export type SupportColumns = ReturnType<typeof columnsOf>;

/** Which columns differ from a row; the day of an agreement is no change by itself. */
export function columnsChanged(row: SupportRow, set: SupportColumns): (keyof SupportColumns)[] {
  const names = Object.keys(set) as (keyof SupportColumns)[];
  return names.filter((name) => name !== "agreedOn" && row[name] !== set[name]);
}

/** An entry as its form and the file show it. `between` joins the dates of a course. */
export function typedOf(row: SupportRow, between = "\n"): TypedSupport {
  const entry = storedSupport(row);
  return {
    questionnaire: row.questionnaireKey,
    kind: entry.kind,
    title: entry.title,
    statements: entry.itemKeys.join("; "),
    about: entry.about,
    dates: typedDates(entry.dates, between),
    booking: entry.booking,
    link: entry.link ?? "",
    email: entry.email ?? "",
    telephone: entry.telephone ?? "",
    districts: entry.districts.join("; "),
    school: row.schoolUrn ?? "",
    agreed: row.schoolId === null ? "" : "yes",
    from: entry.validFrom === null ? "" : formatDate(entry.validFrom),
    to: entry.validTo === null ? "" : formatDate(entry.validTo),
  };
}
