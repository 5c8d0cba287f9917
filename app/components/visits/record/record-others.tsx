import type { RecordPageView, RecordThemes } from "~/services/visits/record-view.server";
import { VisitPage } from "../visit-page";

/** What an officer reads where the school shares strengths, themes and help wanted. */
export function ThemesPage({ view }: { view: RecordThemes }) {
  const { strengths, practices, themes, helpWanted } = view;
  return (
    <VisitPage
      title="What works well, and what helps"
      caption={view.schoolName}
      lede={view.ownership}
      whoCanSee={view.whoCanSee}
    >
      <Lines
        title="What works well"
        none="Nothing was written here."
        lines={strengths.map(({ key, text }) => `${key}: ${text}`)}
      />
      <Lines
        title="Practice the school shares"
        none="The school shares none by name."
        lines={practices.map(({ key, text }) => `${key}: ${text}`)}
      />
      <Lines
        title="Themes of the suggestions"
        none="There were no suggestions."
        lines={themes.map(({ key, title }) => `${key}, ${title}`)}
      />
      <Lines title="Help wanted from" none="None was named." lines={helpWanted} />
    </VisitPage>
  );
}

type LinesProps = { title: string; none: string; lines: readonly string[] };

const Lines = ({ title, none, lines }: LinesProps) => (
  <section className="ir-section">
    <h2 className="ir-h2">{title}</h2>
    {lines.length === 0 ? <p>{none}</p> : null}
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);

const REASONS: Record<string, string> = {
  "school-owns-record":
    "The school owns this record, and officers see figures across schools only. It accepted the visit on that.",
  "record-being-written": "The record is being written. You read it once it is with you.",
};

/** Those who combine are told what drafts it. */
function wordsOf({ reason, heading }: RecordPageView & { kind: "refused" }): string {
  const combines = heading.pages.includes("combine");
  if (combines) return "Nothing is drafted yet. The record drafts itself when you combine.";
  return REASONS[reason] ?? "This record is not yours to read.";
}

/** The visit is known, its record is not for this person, or not yet. */
export const RefusedRecord = ({ view }: { view: RecordPageView & { kind: "refused" } }) => (
  <VisitPage title="Record of the visit" caption={view.schoolName} whoCanSee={view.whoCanSee}>
    <p>{wordsOf(view)}</p>
  </VisitPage>
);
