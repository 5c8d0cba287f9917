import { Link } from "@remix-run/react";
import { PAGE_SIZE } from "~/domain/returns/list-returns";
import { schemePath } from "~/forms/confirmations";
import { returnsAddress } from "~/forms/returns-filter";
import type { SchemeView } from "~/services/confirmations/view-scheme.server";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { SchemeFilterForm } from "./scheme-filter";
import { SchemeTable } from "./scheme-table";
import { counted, POINTS_WORDS, STATUS_WORDS } from "./scheme-words";

type Done = { confirmed: number | null; left: number | null };

/** The schools of a scheme: whose points are met, which thing is missing, and how each is confirmed. */
export function SchemePage({ view, done }: { view: SchemeView; done: Done }) {
  const { organisation, round, list } = view;
  return (
    <Page
      title="Confirm schools"
      caption={`${round.title}, ${organisation.name}`}
      back={{ to: returnsAddress(organisation.key, { round: round.id }), label: "Returns" }}
      above={<DoneNotice done={done} />}
      lede={leadSentence(view)}
    >
      <PointTiles view={view} />
      <StatusLinks view={view} />
      <SchemeFilterForm view={view} />
      <SchemeTable view={view} />
      <Paging view={view} />
      <p className="ir-body">
        You see what a signed copy says of the scheme. Of a draft you see nothing that is written.
        {list.all === 0 ? " Schools stand here once they are in the round." : ""}
      </p>
    </Page>
  );
}

function DoneNotice({ done: { confirmed, left } }: { done: Done }) {
  if (confirmed === null) return null;
  return (
    <Notice>
      {counted(confirmed, "school")} confirmed.{" "}
      {confirmed > 0 ? "The certificates are being made, and each school is written to." : ""}
      {left
        ? ` ${counted(left, "school")} changed since you looked. Look at them again below.`
        : ""}
    </Notice>
  );
}

/** "Six points met: 212. One thing missing: 64." */
function leadSentence({ list }: SchemeView): string {
  const count = (state: string) => list.points.find((one) => one.state === state)?.count ?? 0;
  return `All points met: ${count("met")}. One thing missing: ${count("one-missing")}.`;
}

type PartProps = { view: SchemeView };

function PointTiles({ view }: PartProps) {
  const { filter, list } = view;
  const { authority } = filter;
  const place = { key: view.organisation.key, roundId: view.round.id };
  return (
    <ul className="ir-tiles ir-state-tiles" aria-label="Schools by their points">
      {list.points.map(({ state, count }) => (
        <li className="ir-tile" key={state}>
          <span className="ir-tile-figure">{count}</span>{" "}
          <Link
            to={schemePath(place, { authority, points: state })}
            aria-current={filter.points === state ? "true" : undefined}
          >
            {POINTS_WORDS[state]}
          </Link>
        </li>
      ))}
      <li className="ir-tile">
        <span className="ir-tile-figure">{list.all}</span>{" "}
        <Link
          to={schemePath(place, { authority })}
          aria-current={filter.points === null && filter.status === null ? "true" : undefined}
        >
          All schools
        </Link>
      </li>
    </ul>
  );
}

function StatusLinks({ view }: PartProps) {
  const { filter, list } = view;
  const { authority } = filter;
  const place = { key: view.organisation.key, roundId: view.round.id };
  return (
    <ul className="ir-round-list" aria-label="Schools by their confirmation">
      {list.statuses.map(({ status, count }) => (
        <li key={status}>
          <Link
            to={schemePath(place, { authority, status })}
            aria-current={filter.status === status ? "true" : undefined}
          >
            {STATUS_WORDS[status]}: {count}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Paging({ view }: PartProps) {
  const { list, filter, organisation, round } = view;
  if (list.found === 0)
    return <p className="ir-body">No school stands here. Choose another filter.</p>;
  const first = (list.page - 1) * PAGE_SIZE + 1;
  const to = (page: number) =>
    schemePath({ key: organisation.key, roundId: round.id }, { ...filter, page });
  return (
    <p className="ir-body">
      Showing {first} to {first + list.rows.length - 1} of {list.found}.{" "}
      {list.page > 1 ? <Link to={to(list.page - 1)}>Previous {PAGE_SIZE}</Link> : null}{" "}
      {list.page < list.pages ? <Link to={to(list.page + 1)}>Next {PAGE_SIZE}</Link> : null}
    </p>
  );
}
