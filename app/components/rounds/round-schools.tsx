import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import {
  SCHOOLS_PAGE,
  type SchoolShows,
  type SchoolsFilter,
  type SchoolsPage,
} from "~/domain/round/list-schools";
import { schoolsAddress } from "~/forms/round-schools";
import type { RoundSchoolView } from "~/services/rounds/view-round.server";
import { Button } from "../button";
import { TextInput } from "../form/text-input";
import { Tag } from "../tag";
import { roundPath } from "./round-paths";
import { PROGRESS } from "./round-words";

type Props = {
  organisationKey: string;
  round: { id: string; rolling: boolean };
  list: SchoolsPage<RoundSchoolView>;
  filter: SchoolsFilter;
};

function showsWords(shows: SchoolShows): string {
  if (shows === "late") return "Late";
  return shows === "extended" ? "Have more time" : PROGRESS[shows][1];
}

/** The schools of a round by name: how far each is, and by when. Counts are links that filter. */
export function RoundSchools({ organisationKey, round, list, filter }: Props) {
  const base = roundPath(organisationKey, round.id);
  return (
    <section className="ir-section" aria-labelledby="schools">
      <h2 className="ir-h2" id="schools">
        Schools of this round
      </h2>
      <ul className="ir-tiles ir-state-tiles" aria-label="Schools by how far they are">
        {list.counts.map(({ shows, count }) => (
          <li className="ir-tile" key={shows}>
            <span className="ir-tile-figure">{count}</span>{" "}
            <Link
              to={schoolsAddress(base, { shows, name: filter.name })}
              aria-current={filter.shows === shows ? "true" : undefined}
            >
              {showsWords(shows)}
            </Link>
          </li>
        ))}
        <li className="ir-tile">
          <span className="ir-tile-figure">{list.all}</span>{" "}
          <Link to={base} aria-current={filter.shows === null ? "true" : undefined}>
            All
          </Link>
        </li>
      </ul>
      <Form method="get" className="ir-panel ir-filter">
        {filter.shows ? <input type="hidden" name="shows" value={filter.shows} /> : null}
        <TextInput
          id="name"
          name="name"
          label="School name or URN"
          labelStyle="small"
          defaultValue={filter.name}
          autoComplete="off"
        />
        <Button secondary>Show schools</Button>
      </Form>
      <SchoolTable base={base} rows={list.rows} rolling={round.rolling} />
      <Paging base={base} list={list} filter={filter} />
    </section>
  );
}

type TableProps = { base: string; rows: readonly RoundSchoolView[]; rolling: boolean };

function SchoolTable({ base, rows, rolling }: TableProps) {
  if (rows.length === 0) return null;
  const when = rolling ? "Joined" : "By when";
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="govuk-visually-hidden">Schools of this round</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">How far</th>
          <th scope="col">{when}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((school) => {
          const [colour, words] = PROGRESS[school.progress];
          return (
            <tr key={school.urn}>
              <th scope="row">
                <Link to={`${base}/schools/${school.urn}`}>{school.name}</Link>
                <span className="ir-summary-note ir-muted">{school.district}</span>
              </th>
              <td data-heading="How far">
                <Tag colour={colour}>{words}</Tag>
              </td>
              <td data-heading={when}>{whenOf(school, rolling)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function whenOf({ late, next, joinedAt, progress }: RoundSchoolView, rolling: boolean) {
  if (rolling) return joinedAt === null ? "" : formatDate(joinedAt);
  if (late !== null) return <Tag colour="red">Late since {formatDate(late.date)}</Tag>;
  const isOver = progress === "signed" || progress === "withdrawn" || progress === "lapsed";
  if (next === null || isOver || progress === "not-invited") return "";
  return `${formatDate(next.date)}${next.extended ? ", extended" : ""}`;
}

type PagingProps = { base: string } & Pick<Props, "list" | "filter">;

function Paging({ base, list, filter }: PagingProps) {
  if (list.found === 0) {
    return <p className="ir-body">No school stands here. Choose another figure or name.</p>;
  }
  const first = (list.page - 1) * SCHOOLS_PAGE + 1;
  const to = (page: number) => schoolsAddress(base, { ...filter, page });
  return (
    <p className="ir-body">
      Showing {first} to {first + list.rows.length - 1} of {list.found}.{" "}
      {list.page > 1 ? <Link to={to(list.page - 1)}>Previous {SCHOOLS_PAGE}</Link> : null}{" "}
      {list.page < list.pages ? <Link to={to(list.page + 1)}>Next {SCHOOLS_PAGE}</Link> : null}
    </p>
  );
}
