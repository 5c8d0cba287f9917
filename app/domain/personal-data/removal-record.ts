import type { RecordSnapshot } from "~/domain/visit/record-snapshot";

/** Gives back what the text at a path of a record is to read. */
export type RecordReader = (text: { path: string; text: string }) => string;

/**
 * The record of a visit with every text that somebody typed put through `read`. Names of hosts and reviewers, wording
 * of the questionnaire and facts of the school are left as they are. Paths name keys and places, so they hold after a
 * text has changed.
 */
export function mapRecordTexts(record: RecordSnapshot, read: RecordReader): RecordSnapshot {
  const at = (path: string, text: string) => read({ path, text });
  const { bothViews } = record;
  return {
    ...record,
    focusReason: at("focusReason", record.focusReason),
    context: at("context", record.context),
    activities: record.activities.map((one, index) => ({
      ...one,
      title: at(`activities/${index}/title`, one.title),
      withWhom: at(`activities/${index}/withWhom`, one.withWhom),
    })),
    whatWeDid: at("whatWeDid", record.whatWeDid),
    findings: record.findings.map((one) => ({
      ...one,
      reason: at(`findings/${one.key}/reason`, one.reason),
      saw: at(`findings/${one.key}/saw`, one.saw),
      worksWell: at(`findings/${one.key}/worksWell`, one.worksWell),
      wondered: at(`findings/${one.key}/wondered`, one.wondered),
    })),
    suggestions: record.suggestions.map((one, index) => ({
      ...one,
      text: at(`suggestions/${index}/text`, one.text),
      whoMightHelp: at(`suggestions/${index}/whoMightHelp`, one.whoMightHelp),
    })),
    practices: record.practices.map((one, index) => ({
      ...one,
      text: at(`practices/${index}/text`, one.text),
    })),
    corrections: at("corrections", record.corrections),
    schoolWords: at("schoolWords", record.schoolWords),
    bothViews:
      bothViews === null
        ? null
        : {
            reviewersView: at("bothViews/reviewersView", bothViews.reviewersView),
            schoolView: at("bothViews/schoolView", bothViews.schoolView),
            thirdPerson: at("bothViews/thirdPerson", bothViews.thirdPerson),
          },
  };
}
