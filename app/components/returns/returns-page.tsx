import { Link } from "@remix-run/react";
import { formatDay } from "~/domain/calendar/format";
import { PAGE_SIZE, type ListState } from "~/domain/returns/list-returns";
import { schemePath } from "~/forms/confirmations";
import { returnsAddress, returnsQuery, type AskedReturns } from "~/forms/returns-filter";
import type { ReturnsView } from "~/services/returns/view-returns.server";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { stateWords } from "../tag";
import { ChooseSchools } from "./choose-schools";
import { ReturnsFilters } from "./returns-filters";
import { ReturnsTable } from "./returns-table";
import { SaveList } from "./save-list";

type ReturnsPageProps = { view: ReturnsView; told?: string | null };
type Round = NonNullable<ReturnsView["round"]>;

/** Who has returned in a round, and who has not: states as tiles that filter, then the schools. */
export function ReturnsPage({ view, told = null }: ReturnsPageProps) {
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
  const asked = { ...view.filter, round: round.id, page: 1 };
  return (
    <Page
      title="Who has returned, and who has not"
      caption={captionOf(round)}
      above={told === null ? null : <Notice>{told}</Notice>}
    >
      <Rounds view={view} current={round} />
      {round.rolling ? (
        <p className="ir-body">
          <Link to={schemePath({ key: view.organisation.key, roundId: round.id })}>
            Confirm schools
          </Link>
          : whose points are met, which thing is missing, and until when each is confirmed.
        </p>
      ) : null}
      <StateTiles view={view} asked={asked} />
      <NotInvited view={view} asked={asked} />
      <ReturnsFilters view={view} roundId={round.id} />
      <List view={view} asked={asked} />
      <Paging view={view} asked={asked} />
      <SaveList lists={view.choices.lists} query={listQuery(asked)} />
    </Page>
  );
}

/** What a named list keeps: everything but the round and the page. */
function listQuery(asked: AskedReturns): string {
  const query = new URLSearchParams(returnsQuery(asked));
  query.delete("round");
  return query.toString();
}

function captionOf({ title, firstDeadline, rolling }: Round): string {
  if (rolling) return `${title}, a school joins when it likes`;
  return firstDeadline === null ? title : `${title}, first deadline ${formatDay(firstDeadline)}`;
}

function Rounds({ view, current }: { view: ReturnsView; current: Round }) {
  if (view.rounds.length < 2) return null;
  return (
    <ul className="ir-round-list" aria-label="Review rounds">
      {view.rounds.map(({ id, title, closed }) => (
        <li key={id}>
          <Link
            to={returnsAddress(view.organisation.key, { ...view.filter, round: id, page: 1 })}
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

type PartProps = { view: ReturnsView; asked: AskedReturns };

function StateTiles({ view, asked }: PartProps) {
  const { counts, late, invited, filter } = view;
  const tiles: { state: ListState | null; count: number; words: string }[] = [
    ...counts.map(({ state, count }) => ({ state, count, words: stateWords(state) })),
    ...(late > 0 ? [{ state: "late" as const, count: late, words: "Late" }] : []),
    { state: null, count: invited, words: "All invited" },
  ];
  return (
    <ul className="ir-tiles ir-state-tiles" aria-label="Schools by state">
      {tiles.map(({ state, count, words }) => (
        <li className="ir-tile" key={words}>
          <span className="ir-tile-figure">{count}</span>{" "}
          <Link
            to={returnsAddress(view.organisation.key, { ...asked, state })}
            aria-current={filter.state === state ? "true" : undefined}
          >
            {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NotInvited({ view, asked }: PartProps) {
  const { notInvited, filter, organisation } = view;
  if (notInvited === 0) return null;
  const are = notInvited === 1 ? "1 more school is" : `${notInvited} more schools are`;
  return (
    <p className="ir-body">
      {are} not invited. They are never counted as late.{" "}
      <Link
        to={returnsAddress(organisation.key, { ...asked, state: "not-invited" })}
        aria-current={filter.state === "not-invited" ? "true" : undefined}
      >
        See who
      </Link>
    </p>
  );
}

function List({ view, asked }: PartProps) {
  const { organisation, rows, found, mayWrite } = view;
  const { key } = organisation;
  if (found === 0) {
    return <p className="ir-body">No school stands here. Choose another state or district.</p>;
  }
  if (!mayWrite) return <ReturnsTable organisationKey={key} rows={rows} asked={asked} />;
  return (
    <ChooseSchools organisationKey={key} found={found} asked={asked}>
      <ReturnsTable organisationKey={key} rows={rows} asked={asked} choose />
    </ChooseSchools>
  );
}

function Paging({ view, asked }: PartProps) {
  const { found, page, pages, rows, organisation } = view;
  if (found === 0) return null;
  const first = (page - 1) * PAGE_SIZE + 1;
  const to = (other: number) => returnsAddress(organisation.key, { ...asked, page: other });
  return (
    <>
      <p className="ir-body">
        Showing {first} to {first + rows.length - 1} of {found}.{" "}
        {page > 1 ? <Link to={to(page - 1)}>Previous {PAGE_SIZE}</Link> : null}{" "}
        {page < pages ? <Link to={to(page + 1)}>Next {PAGE_SIZE}</Link> : null}
      </p>
      <p className="ir-body">
        You see the state and dates of a draft, never its words.{" "}
        <a href={`/organisations/${organisation.key}/returns/csv?${returnsQuery(asked)}`}>
          Download this list (CSV, {found} {found === 1 ? "row" : "rows"})
        </a>
      </p>
    </>
  );
}
