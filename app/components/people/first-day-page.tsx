import { Link } from "@remix-run/react";
import { formatDate, formatDay } from "~/domain/calendar/format";
import type { FirstDayView } from "~/services/people/first-day.server";
import { planPath } from "../actions/action-paths";
import { reviewPath } from "../answering/review-path";
import { Page } from "../page";
import { RecordList, type RecordRow } from "../record-list";
import { StateTag } from "../tag";
import { PersonRows } from "./person-rows";

/** What somebody finds who takes over: said, promised, due, and who is here. */
export function FirstDayPage({ view }: { view: FirstDayView }) {
  const { school, said, promised, due, team } = view;
  const { urn } = school;
  return (
    <Page
      template="thing"
      title="Your first day"
      caption={school.name}
      lede="What this school said about itself, what it promised, what is due, and who is here to ask."
    >
      <Part
        id="said"
        title="What we said"
        empty="Nothing has been signed yet."
        rows={said.map((copy) => saidRow(copy, urn))}
      />
      <Part
        id="promised"
        title="What is promised"
        empty="The action plan has nothing open."
        rows={promised.map(promisedRow)}
        more={{ to: planPath(urn), label: "See the action plan" }}
      />
      <Part
        id="due"
        title="What is due"
        empty="Nothing waits to be signed."
        rows={due.map((row) => dueRow(row, urn))}
      />
      <section className="ir-section" aria-labelledby="team">
        <h2 className="ir-h2" id="team">
          Who is here
        </h2>
        <PersonRows people={team} />
      </section>
    </Page>
  );
}

type PartProps = {
  id: string;
  title: string;
  empty: string;
  rows: RecordRow[];
  more?: { to: string; label: string };
};

function Part({ id, title, empty, rows, more }: PartProps) {
  return (
    <section className="ir-section" aria-labelledby={id}>
      <h2 className="ir-h2" id={id}>
        {title}
      </h2>
      {rows.length === 0 ? <p className="ir-hint">{empty}</p> : <RecordList rows={rows} />}
      {more === undefined ? null : (
        <p>
          <Link to={more.to}>{more.label}</Link>
        </p>
      )}
    </section>
  );
}

function saidRow(copy: FirstDayView["said"][number], urn: string): RecordRow {
  const { responseId: id, number, title, signedAt, reference } = copy;
  return {
    key: reference,
    title: `${title}, signed copy ${number}`,
    to: `${reviewPath({ urn, id })}/signed/${number}/read`,
    note: `Signed on ${formatDate(signedAt)}. ${reference}`,
  };
}

function promisedRow(action: FirstDayView["promised"][number]): RecordRow {
  const { id, title, leadRole, term, progressNote } = action;
  const facts = [leadRole, `by the end of ${term}`].filter((part) => part !== "").join(", ");
  return { key: id, title, note: progressNote === "" ? facts : `${facts}. ${progressNote}` };
}

function dueRow(row: FirstDayView["due"][number], urn: string): RecordRow {
  const { responseId: id, title, done, total, deadlines, state } = row;
  const dates = deadlines.map(({ kind, date }) => `${kind} deadline ${formatDay(date)}`);
  return {
    key: id,
    title,
    to: reviewPath({ urn, id }),
    note: [`${done} of ${total} done`, ...dates].join(", "),
    state: <StateTag state={state} />,
  };
}
