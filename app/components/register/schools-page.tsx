import { Form, Link } from "@remix-run/react";
import { STANDINGS, type SchoolStanding } from "~/domain/register/filter-schools";
import { schoolsAddress } from "~/forms/register";
import type { SchoolsView } from "~/services/register/view-schools.server";
import { Button } from "../button";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Tag, type TagColour } from "../tag";
import { groupsPath, importPath, schoolPath } from "./register-paths";
import { GROUP_WORDS } from "./group-words";

export const STANDING_WORDS: Record<SchoolStanding, string> = {
  joined: "Joined",
  invited: "Invited, nobody here yet",
  expected: "Expected, not invited yet",
  closed: "Closed",
};
const COLOURS: Record<SchoolStanding, TagColour> = {
  joined: "green",
  invited: "blue",
  expected: "outline",
  closed: "grey",
};

export const StandingTag = ({ standing }: { standing: SchoolStanding }) => (
  <Tag colour={COLOURS[standing]}>{STANDING_WORDS[standing]}</Tag>
);

type Props = { view: SchoolsView };

/** The schools an organisation covers, by name, with search and filters in the address. */
export function SchoolsPage({ view }: Props) {
  const { organisation, mayManage, list } = view;
  return (
    <Page
      title="Schools"
      caption={organisation.name}
      lede="Expected: you cover it. Invited: a round or an invitation has reached it. Joined: somebody of it is here. A school that was not invited is never late."
    >
      {mayManage ? (
        <p className="ir-actions">
          <Link to={importPath(organisation.key)}>Bring the register up to date</Link>
          <Link to={groupsPath(organisation.key)}>Groups of schools</Link>
        </p>
      ) : null}
      <Tiles view={view} />
      <Filter view={view} />
      <p className="ir-body" role="status">
        {list.found === 1 ? "1 school." : `${list.found} schools.`}
      </p>
      <SchoolsTable view={view} />
      <Paging view={view} />
    </Page>
  );
}

function Tiles({ view: { list, filter, organisation } }: Props) {
  const to = (standing: SchoolStanding | null) =>
    schoolsAddress(organisation.key, { ...filter, standing, page: 1 });
  const all = STANDINGS.reduce((sum, one) => sum + list.counts[one], 0);
  return (
    <ul className="ir-tiles ir-state-tiles" aria-label="Schools by standing">
      {STANDINGS.filter((one) => list.counts[one] > 0).map((one) => (
        <li className="ir-tile" key={one}>
          <span className="ir-tile-figure">{list.counts[one]}</span>{" "}
          <Link to={to(one)} aria-current={filter.standing === one ? "true" : undefined}>
            {STANDING_WORDS[one]}
          </Link>
        </li>
      ))}
      <li className="ir-tile">
        <span className="ir-tile-figure">{all}</span>{" "}
        <Link to={to(null)} aria-current={filter.standing === null ? "true" : undefined}>
          All
        </Link>
      </li>
    </ul>
  );
}

function Filter({ view: { filter, groups } }: Props) {
  const choices = groups.map(({ id, kind, name }) => ({
    value: id,
    label: `${name} (${GROUP_WORDS[kind].one.toLowerCase()})`,
  }));
  return (
    <Form method="get" className="ir-panel ir-filter">
      {filter.standing === null ? null : (
        <input type="hidden" name="standing" value={filter.standing} />
      )}
      <TextInput
        id="search"
        name="search"
        label="Name, town or URN"
        labelStyle="small"
        defaultValue={filter.search}
        autoComplete="off"
      />
      <Select
        id="group"
        name="group"
        label="Group"
        labelStyle="small"
        width="full"
        defaultValue={filter.group ?? ""}
        choices={[{ value: "", label: "Any" }, ...choices]}
      />
      <Button secondary>Show schools</Button>
    </Form>
  );
}

function SchoolsTable({ view: { list, organisation } }: Props) {
  if (list.rows.length === 0) {
    return <p className="ir-body">No school stands here. Choose other words or another group.</p>;
  }
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="govuk-visually-hidden">Schools in this list</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">Town</th>
          <th scope="col">District</th>
          <th scope="col">Phase</th>
          <th scope="col">Standing</th>
        </tr>
      </thead>
      <tbody>
        {list.rows.map(({ urn, name, town, district, phaseName, standing }) => (
          <tr key={urn}>
            <th scope="row">
              <Link to={schoolPath(organisation.key, urn)}>{name}</Link>
              <span className="ir-summary-note ir-muted">URN {urn}</span>
            </th>
            <td data-heading="Town">{town}</td>
            <td data-heading="District">{district ?? "Not recorded"}</td>
            <td data-heading="Phase">{phaseName === "" ? "Not recorded" : phaseName}</td>
            <td data-heading="Standing">
              <StandingTag standing={standing} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Paging({ view: { list, filter, organisation } }: Props) {
  if (list.pages === 1) return null;
  const to = (page: number) => schoolsAddress(organisation.key, { ...filter, page });
  return (
    <p className="ir-body">
      Page {list.page} of {list.pages}.{" "}
      {list.page > 1 ? <Link to={to(list.page - 1)}>Previous page</Link> : null}{" "}
      {list.page < list.pages ? <Link to={to(list.page + 1)}>Next page</Link> : null}
    </p>
  );
}
