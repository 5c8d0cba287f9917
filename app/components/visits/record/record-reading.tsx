import { formatDate } from "~/domain/calendar/format";
import type { RecordSnapshot } from "~/domain/visit/record-snapshot";
import { NOTE_KIND_WORDS } from "~/domain/visit/view-words";
import { LevelWord } from "../../levels/level-mark";
import { SummaryTable } from "../../summary-table";
import { Said } from "../combine/views-page";
import { ViewWord } from "../combine/view-word";

/** The record as its PDF says it. */
export function RecordReading({ record }: { record: RecordSnapshot }) {
  return (
    <div className="ir-record">
      <SummaryTable rows={factsOf(record)} />
      <Words title="What the school asked us to look at, and why" text={record.focusReason} />
      <Words title="About the school" text={record.context} />
      <Words title="What we did" text={record.whatWeDid} />
      {record.findings.map((finding) => (
        <Finding key={finding.key} finding={finding} record={record} />
      ))}
      <Suggestions record={record} />
      <Practices record={record} />
      <Words title="The school’s own words" text={record.schoolWords} />
      <Words title="Put right by the school" text={record.corrections} />
      <BothViews record={record} />
      <Words title="Whose record it is" text={record.ownership.sentence} />
    </div>
  );
}

function factsOf({ visitOn, reviewers, hosts, moderates }: RecordSnapshot) {
  return [
    { term: "Date", value: visitOn === "" ? "" : formatDate(visitOn) },
    ...reviewers.map(({ name, post, homeSchool, lead }) => ({
      term: lead ? "Lead reviewer" : "Second reviewer",
      value: `${name}, ${post}, ${homeSchool}`,
    })),
    { term: "Hosts", value: hosts.map(({ name, title }) => `${name}, ${title}`).join("; ") },
    { term: "Moderates", value: `Signed copy ${moderates.number}, ${moderates.reference}` },
  ];
}

function Words({ title, text }: { title: string; text: string }) {
  if (text === "") return null;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">{title}</h2>
      <p className="ir-as-typed">{text}</p>
    </section>
  );
}

type FindingProps = { finding: RecordSnapshot["findings"][number]; record: RecordSnapshot };

function Finding({ finding, record }: FindingProps) {
  const { key, title, selfLevel, view, reason } = finding;
  const level = record.levels.find(({ code }) => code === selfLevel) ?? null;
  const texts = [
    [NOTE_KIND_WORDS.saw, finding.saw],
    [NOTE_KIND_WORDS["works-well"], finding.worksWell],
    [NOTE_KIND_WORDS.wondered, finding.wondered],
  ] as const;
  return (
    <section className="ir-section" data-item={key}>
      <h2 className="ir-h2">
        {key}. {title}
      </h2>
      <dl className="ir-combine-said">
        <Said term="The school said" value={<LevelWord level={level} />} />
        <Said term="Moderated view" value={<ViewWord view={view} />} reason={reason} />
      </dl>
      {texts.map(([heading, text]) =>
        text === "" ? null : (
          <div key={heading}>
            <h3 className="ir-h3">{heading}</h3>
            <p className="ir-as-typed">{text}</p>
          </div>
        ),
      )}
    </section>
  );
}

function Suggestions({ record }: { record: RecordSnapshot }) {
  if (record.suggestions.length === 0) return null;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Suggestions</h2>
      <ul>
        {record.suggestions.map(({ key, text, whoMightHelp }) => (
          <li key={`${key} ${text}`}>
            {key}: {text} Who might help: {whoMightHelp}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Practices({ record }: { record: RecordSnapshot }) {
  if (record.practices.length === 0) return null;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Practice worth sharing</h2>
      <ul>
        {record.practices.map(({ key, text, consent }) => (
          <li key={`${key} ${text}`}>
            {key}: {text}{" "}
            {consent ? "The school agrees to be named for it." : "It stays with this record."}
          </li>
        ))}
      </ul>
    </section>
  );
}

function BothViews({ record: { bothViews } }: { record: RecordSnapshot }) {
  if (bothViews === null) return null;
  return (
    <>
      <Words title="The reviewers’ view" text={bothViews.reviewersView} />
      <Words title="The school’s view" text={bothViews.schoolView} />
      <Words title="Whom both may turn to" text={bothViews.thirdPerson} />
    </>
  );
}
