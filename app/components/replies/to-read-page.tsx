import { Form, Link } from "@remix-run/react";
import { formatDate, formatDay, formatTime } from "~/domain/calendar/format";
import { TO_READ_SIZE } from "~/domain/reply/to-read";
import { waitingWords } from "~/domain/reply/waiting";
import { toReadAddress } from "~/forms/to-read-filter";
import type { QueuedReturn, ToReadView } from "~/services/replies/view-to-read.server";
import { Button } from "../button";
import { Page } from "../page";
import { Tag } from "../tag";
import { returnPath } from "./reply-paths";

type Shown = { view: Omit<ToReadView, "organisation"> & { organisation: { key: string } } };

/** Signed returns that nobody has answered, what has waited longest first. */
export function ToReadPage({ view }: Shown) {
  const { list, organisation } = view;
  return (
    <Page
      title="To read"
      caption={
        list.found === 1 ? "1 return waits for a reply" : `${list.found} returns wait for a reply`
      }
    >
      <Filter view={view} />
      {list.found === 0 ? (
        <p className="ir-body">Nothing waits for a reply here.</p>
      ) : (
        <Queue organisationKey={organisation.key} rows={list.rows} />
      )}
      <Paging view={view} />
      <p className="ir-body">
        The school sees how many working days it has waited; other schools do not. Opening a return
        locks it for nobody.
      </p>
    </Page>
  );
}

function Filter({ view }: Shown) {
  const { filter, districts, rounds, mine } = view;
  return (
    <Form method="get" className="ir-panel ir-filter">
      <Choose name="round" label="Review round" value={filter.roundId} all="All rounds">
        {rounds.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Choose>
      <Choose name="district" label="District" value={filter.district} all="All districts">
        {districts.map((district) => (
          <option key={district}>{district}</option>
        ))}
      </Choose>
      {mine.length === 0 ? null : (
        <Choose name="mine" label="Whose" value={filter.mine ? "1" : null} all="All schools">
          <option value="1">My districts</option>
        </Choose>
      )}
      <Button secondary>Show returns</Button>
    </Form>
  );
}

type ChooseProps = {
  name: string;
  label: string;
  value: string | null;
  all: string;
  children: React.ReactNode;
};

const Choose = ({ name, label, value, all, children }: ChooseProps) => (
  <div>
    <label className="ir-label ir-label-small" htmlFor={name}>
      {label}
    </label>
    <select className="ir-input" id={name} name={name} key={value} defaultValue={value ?? ""}>
      <option value="">{all}</option>
      {children}
    </select>
  </div>
);

type QueueProps = { organisationKey: string; rows: readonly QueuedReturn[] };

function Queue({ organisationKey, rows }: QueueProps) {
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="govuk-visually-hidden">Returns to read, longest waiting first</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">Waiting</th>
          <th scope="col">Round</th>
          <th scope="col">Who is reading</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.responseId}>
            <th scope="row">
              <Link to={returnPath({ key: organisationKey, id: row.responseId })}>
                {row.schoolName}
              </Link>
              <span className="ir-summary-note ir-muted">{row.district}</span>
            </th>
            <td data-heading="Waiting">
              {waitingWords(row.waiting)}
              <span className="ir-summary-note ir-muted">
                {row.waiting.replyBy === null
                  ? `Signed ${formatDate(row.since)}`
                  : `Promised by ${formatDay(row.waiting.replyBy)}`}
              </span>
              {row.waiting.late ? <Tag colour="red">Past the day promised</Tag> : null}
            </td>
            <td data-heading="Round">
              {row.roundTitle}
              <span className="ir-summary-note ir-muted">Signed copy {row.number}</span>
            </td>
            <td data-heading="Who is reading">
              <Readers row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Readers({ row: { readers, begunBy } }: { row: QueuedReturn }) {
  if (readers.length === 0 && begunBy === null) return "Nobody yet";
  return (
    <>
      {readers.map(({ name, isYou, lastAt }) => (
        <span className="ir-summary-note" key={`${name} ${lastAt.getTime()}`}>
          {isYou ? "You" : name}, {formatDate(lastAt)}, {formatTime(lastAt)}
        </span>
      ))}
      {begunBy === null ? null : (
        <span className="ir-summary-note">{begunBy} has begun a reply</span>
      )}
    </>
  );
}

function Paging({ view }: Shown) {
  const { list, filter, organisation } = view;
  if (list.pages < 2) return null;
  const to = (page: number) => toReadAddress(organisation.key, { ...filter, page });
  return (
    <p className="ir-body">
      Page {list.page} of {list.pages}.{" "}
      {list.page > 1 ? <Link to={to(list.page - 1)}>Previous {TO_READ_SIZE}</Link> : null}{" "}
      {list.page < list.pages ? <Link to={to(list.page + 1)}>Next {TO_READ_SIZE}</Link> : null}
    </p>
  );
}
