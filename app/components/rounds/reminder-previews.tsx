import { Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { ReminderPreview, RemindersView } from "~/services/chasing/view-reminders.server";
import { PhoneLink } from "../chasing/phone-link";
import { Details } from "../details";
import { remindersPath } from "./round-paths";
import { schoolCount } from "./round-words";

/** Each school's next reminder: when, to whom, and the mail as it will read. */
export function ReminderPreviews({ view }: { view: RemindersView }) {
  const { rows, found, none, unreached } = view;
  return (
    <section className="ir-section" aria-labelledby="schools">
      <h2 className="ir-h2" id="schools">
        Each school’s next reminder
      </h2>
      {found === 0 ? (
        <p className="ir-body">Nobody is left to remind in this round.</p>
      ) : (
        <p className="ir-body">
          The mails stand here as they will read. “(What is left)” is filled in for the school
          alone: you do not see how far a draft is.
        </p>
      )}
      {unreached > 0 ? (
        <p className="ir-body">
          {schoolCount(unreached)} have nobody who can be written to. They stand last, with the
          number of the office.
        </p>
      ) : null}
      {none > 0 ? (
        <p className="ir-body">
          {schoolCount(none)} of this round get none: signed, not invited, withdrawn, or past the
          last one.
        </p>
      ) : null}
      <ul className="ir-list">
        {rows.map((row) => (
          <PreviewRow row={row} key={row.urn} />
        ))}
      </ul>
      <Paging view={view} />
    </section>
  );
}

function PreviewRow({ row }: { row: ReminderPreview }) {
  const { name, day, words, to, telephone, subject, text } = row;
  return (
    <li className="ir-list-row">
      <div className="ir-list-main">
        <p className="ir-list-title">{name}</p>
        <p>
          {formatDate(day)}: {words.charAt(0).toLowerCase() + words.slice(1)}
        </p>
        {to.length === 0 ? (
          <p>
            Nobody there can be written to. Ring the office: <PhoneLink telephone={telephone} />
          </p>
        ) : (
          <Details summary={`The mail to ${to.map((one) => one.name).join(" and ")}`}>
            <p>{to.map((one) => one.email).join(", ")}</p>
            <p>
              <strong>{subject}</strong>
            </p>
            <p className="ir-as-typed">{text}</p>
          </Details>
        )}
      </div>
    </li>
  );
}

function Paging({ view }: { view: RemindersView }) {
  const { organisation, round, page, pages } = view;
  if (pages === 1) return null;
  const to = (other: number) =>
    `${remindersPath(organisation.key, round.id)}?page=${other}#schools`;
  return (
    <p className="ir-body">
      Page {page} of {pages}. {page > 1 ? <Link to={to(page - 1)}>Previous schools</Link> : null}{" "}
      {page < pages ? <Link to={to(page + 1)}>Next schools</Link> : null}
    </p>
  );
}
