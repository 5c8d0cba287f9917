import { Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { ReturnSort } from "~/domain/returns/list-returns";
import { returnsAddress, type AskedReturns } from "~/forms/returns-filter";
import type { ReturnRowView } from "~/services/returns/view-returns.server";
import { callPath } from "../chasing/chasing-paths";
import { Icon } from "../icon";
import { StateTag, Tag } from "../tag";

type ReturnsTableProps = {
  organisationKey: string;
  rows: readonly ReturnRowView[];
  asked: AskedReturns;
  /** Whether a row can be ticked. */
  choose?: boolean;
};

/** Schools with state, who acts next, and dates. */
export function ReturnsTable({ organisationKey, rows, asked, choose = false }: ReturnsTableProps) {
  const head = (sort: ReturnSort, words: string) => (
    <SortedHead organisationKey={organisationKey} asked={asked} sort={sort} words={words} />
  );
  return (
    <table className="ir-table ir-table-stacked ir-returns">
      <caption className="govuk-visually-hidden">Schools in this list</caption>
      <thead>
        <tr>
          {choose ? (
            <th scope="col">
              <span className="govuk-visually-hidden">Choose</span>
            </th>
          ) : null}
          {head("name", "School")}
          {head("state", "State")}
          <th scope="col">Next to act</th>
          {head("activity", "Last activity")}
          <th scope="col">Last contact</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.urn} organisationKey={organisationKey} row={row} choose={choose} />
        ))}
      </tbody>
    </table>
  );
}

type SortedHeadProps = {
  organisationKey: string;
  asked: AskedReturns;
  sort: ReturnSort;
  words: string;
};

function SortedHead({ organisationKey, asked, sort, words }: SortedHeadProps) {
  const isOn = (asked.sort ?? "name") === sort;
  const down = isOn && asked.down !== true;
  const direction = asked.down === true ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={isOn ? direction : undefined}>
      <Link to={returnsAddress(organisationKey, { ...asked, sort, down, page: 1 })}>
        {words}
        {isOn ? <Icon name={asked.down === true ? "arrow-down" : "arrow-up"} /> : null}
      </Link>
    </th>
  );
}

type RowProps = { organisationKey: string; row: ReturnRowView; choose: boolean };

function Row({ organisationKey, row, choose }: RowProps) {
  const { id, name, district, phase, signed, lastActivity, lastContact } = row;
  return (
    <tr>
      {choose ? (
        <td data-heading="Choose">
          <input
            type="checkbox"
            className="ir-checkbox-input"
            name="chosen"
            value={id ?? ""}
            aria-label={`Choose ${name}`}
          />
        </td>
      ) : null}
      <th scope="row">
        <Name organisationKey={organisationKey} row={row} choose={choose} />
        <span className="ir-summary-note ir-muted">
          {[district, phase].filter(Boolean).join(" · ")}
        </span>
      </th>
      <td data-heading="State">
        <State row={row} />
      </td>
      <td data-heading="Next to act">{row.nextToAct}</td>
      <td data-heading="Last activity">
        {lastActivity === null ? "None yet" : formatDate(lastActivity)}
        {signed === null ? null : (
          <span className="ir-summary-note ir-muted">
            Signed copy {signed.number}, {formatDate(signed.at)}
          </span>
        )}
      </td>
      <td data-heading="Last contact">
        {lastContact?.cameBack ? (
          <span className="ir-came-back">
            <Icon name="warning" />
            {lastContact.words}
          </span>
        ) : (
          (lastContact?.words ?? "None")
        )}
      </td>
    </tr>
  );
}

/** A signed copy is read; a school that is chased is rung; in a round shared with us it is neither. */
function Name({ organisationKey, row: { id, urn, name, signed }, choose }: RowProps) {
  if (signed !== null && id !== null) {
    return <Link to={`/organisations/${organisationKey}/returns/${id}`}>{name}</Link>;
  }
  return choose || id === null ? <Link to={callPath(organisationKey, urn)}>{name}</Link> : name;
}

function State({ row: { state, late, deadline } }: { row: ReturnRowView }) {
  if (state === "not-invited") return <Tag colour="outline">Not invited</Tag>;
  return (
    <>
      <StateTag state={state} />
      {late ? (
        <>
          {" "}
          <Tag colour="red">Late</Tag>
        </>
      ) : null}
      {deadline === null || state === "submitted" || state === "replied" ? null : (
        <span className="ir-summary-note ir-muted">Due {formatDate(deadline)}</span>
      )}
    </>
  );
}
