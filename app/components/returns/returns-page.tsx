import { Form, Link } from "@remix-run/react";
import { formatDay } from "~/domain/calendar/format";
import type { ResponseState } from "~/domain/response/states";
import {
  PAGE_SIZE,
  type ReturnsFilter,
  type ReturnsPage as Listed,
} from "~/domain/returns/list-returns";
import { schemePath } from "~/forms/confirmations";
import { returnsAddress } from "~/forms/returns-filter";
import { Button } from "../button";
import { Page } from "../page";
import { stateWords } from "../tag";
import { ReturnsTable, type ReturnRowView } from "./returns-table";

/** What the list shows: `viewReturns` of app/services/returns. */
export type ReturnsPageView = {
  organisation: { key: string; name: string };
  rounds: { id: string; title: string; closed: boolean }[];
  round: Round | null;
  filter: ReturnsFilter;
  list: Listed<ReturnRowView>;
};
type Round = {
  id: string;
  title: string;
  firstDeadline: string | null;
  finalDeadline: string | null;
  rolling: boolean;
};

/** Who has returned in a round, and who has not: states as tiles that filter, then the schools by name. */
export function ReturnsPage({ view }: { view: ReturnsPageView }) {
  const { round } = view;
  if (round === null) {
    return (
      <Page title="Who has returned, and who has not">
        <p className="ir-body">
          No review round is open to {view.organisation.name} yet. Its schools will stand here.
        </p>
      </Page>
    );
  }
  return (
    <Page title="Who has returned, and who has not" caption={captionOf(round)}>
      <Rounds view={view} current={round} />
      {round.rolling ? (
        <p className="ir-body">
          <Link to={schemePath({ key: view.organisation.key, roundId: round.id })}>
            Confirm schools
          </Link>
          : whose points are met, which thing is missing, and until when each is confirmed.
        </p>
      ) : null}
      <StateTiles view={view} round={round} />
      <DistrictFilter view={view} round={round} />
      <ReturnsTable organisationKey={view.organisation.key} rows={view.list.rows} />
      <Paging view={view} round={round} />
      <p className="ir-body">You see the state and dates of a draft, never its words.</p>
    </Page>
  );
}

function captionOf({ title, firstDeadline, rolling }: Round): string {
  if (rolling) return `${title}, a school joins when it likes`;
  return firstDeadline === null ? title : `${title}, first deadline ${formatDay(firstDeadline)}`;
}

type PartProps = { view: ReturnsPageView; round: Round };

function Rounds({ view, current }: { view: ReturnsPageView; current: Round }) {
  if (view.rounds.length < 2) return null;
  return (
    <ul className="ir-round-list" aria-label="Review rounds">
      {view.rounds.map(({ id, title, closed }) => (
        <li key={id}>
          <Link
            to={returnsAddress(view.organisation.key, { round: id })}
            aria-current={id === current.id ? "true" : undefined}
          >
            {title}
            {closed ? " (closed)" : ""}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function StateTiles({ view, round }: PartProps) {
  const { list, filter } = view;
  const { district } = filter;
  const to = (state: ResponseState | null) =>
    returnsAddress(view.organisation.key, { round: round.id, district, state });
  return (
    <ul className="ir-tiles ir-state-tiles" aria-label="Schools by state">
      {list.counts.map(({ state, count }) => (
        <li className="ir-tile" key={state}>
          <span className="ir-tile-figure">{count}</span>{" "}
          <Link to={to(state)} aria-current={filter.state === state ? "true" : undefined}>
            {stateWords(state)}
          </Link>
        </li>
      ))}
      <li className="ir-tile">
        <span className="ir-tile-figure">{list.invited}</span>{" "}
        <Link to={to(null)} aria-current={filter.state === null ? "true" : undefined}>
          All invited
        </Link>
      </li>
    </ul>
  );
}

function DistrictFilter({ view, round }: PartProps) {
  const { list, filter } = view;
  return (
    <Form method="get" className="ir-panel ir-filter">
      <input type="hidden" name="round" value={round.id} />
      {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
      <div>
        <label className="ir-label ir-label-small" htmlFor="district">
          District
        </label>
        <select
          className="ir-input"
          id="district"
          name="district"
          key={filter.district}
          defaultValue={filter.district ?? ""}
        >
          <option value="">All districts</option>
          {list.districts.map((district) => (
            <option key={district}>{district}</option>
          ))}
        </select>
      </div>
      <Button secondary>Show schools</Button>
    </Form>
  );
}

function Paging({ view, round }: PartProps) {
  const { list, filter, organisation } = view;
  if (list.found === 0)
    return <p className="ir-body">No school stands here. Choose another state or district.</p>;
  const first = (list.page - 1) * PAGE_SIZE + 1;
  const to = (page: number) =>
    returnsAddress(organisation.key, { ...filter, round: round.id, page });
  return (
    <p className="ir-body">
      Showing {first} to {first + list.rows.length - 1} of {list.found}.{" "}
      {list.page > 1 ? <Link to={to(list.page - 1)}>Previous {PAGE_SIZE}</Link> : null}{" "}
      {list.page < list.pages ? <Link to={to(list.page + 1)}>Next {PAGE_SIZE}</Link> : null}
    </p>
  );
}
