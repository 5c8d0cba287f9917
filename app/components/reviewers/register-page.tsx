import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { phaseWords } from "~/domain/matching/availability-words";
import { PHASES } from "~/domain/questionnaire/definition";
import { REGISTER_SHOWS, type RegisterShows } from "~/domain/reviewer/filter-register";
import type { RegisterRowView, RegisterView } from "~/services/reviewers/views";
import { Button, ButtonLink } from "../button";
import { Details } from "../details";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Tag } from "../tag";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { registerPath, reviewerPath } from "./register-paths";

const SHOWS: Record<RegisterShows, string> = {
  everybody: "Everybody",
  "visits-left": "With visits left this year",
  "ends-soon": "Accreditation ends within 90 days",
  over: "Accreditation is over",
  "not-assured": "Identity and DBS check not seen",
  "interests-missing": "Interests not declared",
};

type Props = { view: RegisterView; told: string | null; whoCanSee: readonly string[] };

/** The register of reviewers, by name, with filters in the address. */
export function RegisterPage({ view, told, whoCanSee }: Props) {
  const { organisation, rows, all } = view;
  const base = registerPath(organisation.key);
  return (
    <Page
      title="Reviewers"
      caption={organisation.name}
      lede="Leaders who visit other schools for peer moderation: who they are, until when they are accredited, and how many visits they offer this year."
      above={told === null ? null : <Notice>{told}</Notice>}
    >
      <p className="ir-actions">
        <ButtonLink to={`${base}/new`}>Add a reviewer</ButtonLink>
        <Link to={`/organisations/${organisation.key}/people/invite`}>Invite someone new</Link>
      </p>
      <Waiting view={view} />
      <Filter view={view} />
      <p className="ir-body" role="status">
        {rows.length === all ? `${all} in the register.` : `${rows.length} of ${all} shown.`}
      </p>
      <RegisterTable view={view} />
      <Ended view={view} />
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}

function Waiting({ view: { withoutEntry } }: { view: RegisterView }) {
  if (withoutEntry.length === 0) return null;
  const names = withoutEntry.map(({ name }) => name).join(", ");
  return (
    <p className="ir-body">
      Reviewers without an entry, who cannot be asked for visits yet: {names}.
    </p>
  );
}

function Filter({ view: { filter, districts } }: { view: RegisterView }) {
  const any = { value: "", label: "Any" };
  return (
    <Form method="get" className="ir-panel ir-filter">
      <TextInput
        id="name"
        name="name"
        label="Name"
        labelStyle="small"
        defaultValue={filter.name}
        autoComplete="off"
      />
      <Select
        id="shows"
        name="shows"
        label="Show"
        labelStyle="small"
        width="full"
        defaultValue={filter.shows}
        choices={REGISTER_SHOWS.map((value) => ({ value, label: SHOWS[value] }))}
      />
      <Select
        id="phase"
        name="phase"
        label="Phase they know"
        labelStyle="small"
        width="full"
        defaultValue={filter.phase ?? ""}
        choices={[any, ...PHASES.map((value) => ({ value, label: phaseLabel(value) }))]}
      />
      <Select
        id="district"
        name="district"
        label="District"
        labelStyle="small"
        width="full"
        defaultValue={filter.district ?? ""}
        choices={[any, ...districts.map((value) => ({ value, label: value }))]}
      />
      <Button secondary>Show reviewers</Button>
    </Form>
  );
}

/** "Primary", at the start of a choice. */
export function phaseLabel(phase: (typeof PHASES)[number]): string {
  const words = phaseWords([phase]);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function RegisterTable({ view: { rows, organisation } }: { view: RegisterView }) {
  if (rows.length === 0) return <p className="ir-body">No reviewer stands here.</p>;
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="govuk-visually-hidden">Reviewers in this list</caption>
      <thead>
        <tr>
          <th scope="col">Reviewer</th>
          <th scope="col">Knows</th>
          <th scope="col">Accredited until</th>
          <th scope="col">Visits this year</th>
          <th scope="col">Identity and DBS</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RegisterRow key={row.id} row={row} organisationKey={organisation.key} />
        ))}
      </tbody>
    </table>
  );
}

const RegisterRow = ({
  row,
  organisationKey,
}: {
  row: RegisterRowView;
  organisationKey: string;
}) => (
  <tr>
    <th scope="row">
      <Link to={reviewerPath(organisationKey, row.id)}>{row.name}</Link>
      <span className="ir-summary-note ir-muted">
        {row.post}, {row.homeSchoolName}
      </span>
      {row.interestsDeclared ? null : (
        <span className="ir-summary-note ir-muted">Interests not declared</span>
      )}
    </th>
    <td data-heading="Knows">{phaseWords(row.phases)}</td>
    <td data-heading="Accredited until">
      {formatDate(row.accreditedUntil)} {accreditationTag(row)}
    </td>
    <td data-heading="Visits this year">
      {row.taken} of {row.offered} taken
    </td>
    <td data-heading="Identity and DBS">
      {row.assuredOn === null ? "Not seen" : `Seen ${formatDate(row.assuredOn)}`}
    </td>
  </tr>
);

function accreditationTag({ accreditation }: RegisterRowView) {
  if (accreditation === "holds") return null;
  return accreditation === "over" ? (
    <Tag colour="red">Over</Tag>
  ) : (
    <Tag colour="sand">Ends soon</Tag>
  );
}

function Ended({ view: { ended, organisation } }: { view: RegisterView }) {
  if (ended.length === 0) return null;
  return (
    <Details summary={`People who have left: ${ended.length}`}>
      <ul className="ir-plain-list">
        {ended.map(({ id, name }) => (
          <li key={id}>
            <Link to={reviewerPath(organisation.key, id)}>{name}</Link>
          </li>
        ))}
      </ul>
    </Details>
  );
}
