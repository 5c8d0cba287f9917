import { Form, Link } from "@remix-run/react";
import { SUPPORT_KINDS } from "~/domain/support/entry";
import { SUPPORT_SHOWS } from "~/domain/support/filter-support";
import { SUPPORT_KIND_WORDS } from "~/domain/support/support-words";
import type { DeskView, SupportLineView } from "~/services/support/view-desk.server";
import { Button, ButtonLink } from "../button";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";
import { dutyDeskPath } from "../duty-desk/duty-paths";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Tag } from "../tag";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { deskPath, entryPath } from "./desk-paths";
import { STANDING_WORDS, standingColour } from "./standing-words";

type Props = { view: DeskView; told: string | null; whoCanSee: readonly string[] };

/** The help an organisation offers to schools, with filters in the address. */
export function DeskPage({ view, told, whoCanSee }: Props) {
  const { organisation, lines, all, questionnaires } = view;
  const base = deskPath(organisation.key);
  return (
    <Page
      title="Help available"
      caption={organisation.name}
      lede="What a school is shown at once when it chooses the lowest level of a statement, or says that it would like help. A course leaves by itself when its last date has passed."
      above={told === null ? null : <Notice>{told}</Notice>}
    >
      {questionnaires.length === 0 ? (
        <p className="ir-body">
          {organisation.name} has no questionnaire of its own, so there is nothing to tie help to.
        </p>
      ) : (
        <>
          <p className="ir-actions">
            <ButtonLink to={`${base}/new`}>Add a course</ButtonLink>
            <Link to={`${base}/new?kind=contact`}>Add a contact</Link>
            <Link to={`${base}/new?kind=template`}>Add a template</Link>
            <Link to={`${base}/new?kind=school`}>Add a school that shares</Link>
          </p>
          <Filter view={view} />
          <p className="ir-body" role="status">
            {lines.length === all ? `${all} in the list.` : `${lines.length} of ${all} shown.`}
          </p>
          <Lines view={view} />
          <p className="ir-actions">
            <a href={`${base}/csv`}>Save the list as a spreadsheet (CSV)</a>
            <Link to={`${base}/import`}>Read entries in from a spreadsheet</Link>
          </p>
        </>
      )}
      <Duties view={view} />
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}

/** The way to the duties, for those who keep them. */
function Duties({ view: { duties, organisation } }: { view: DeskView }) {
  if (duties.length === 0) return null;
  return (
    <section className="ir-section" aria-labelledby="duties">
      <h2 className="ir-h2" id="duties">
        Duties beside the statements
      </h2>
      <ul className="ir-plain-list">
        {duties.map(({ key, title }) => (
          <li key={key}>
            <Link to={dutyDeskPath(organisation.key, key)}>Duties of {title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const ANY = { value: "", label: "Any" };

function Filter({ view: { filter, questionnaires } }: { view: DeskView }) {
  const at = (name: string) => ({ id: name, name, labelStyle: "small" as const });
  return (
    <Form method="get" className="ir-panel ir-filter">
      <TextInput {...at("words")} label="Words" defaultValue={filter.words} autoComplete="off" />
      <TextInput
        {...at("statement")}
        label="Statement"
        defaultValue={filter.statement}
        autoComplete="off"
      />
      <Select
        {...at("kind")}
        label="Kind"
        width="full"
        defaultValue={filter.kind ?? ""}
        choices={[
          ANY,
          ...SUPPORT_KINDS.map((value) => ({ value, label: SUPPORT_KIND_WORDS[value] })),
        ]}
      />
      <Select
        {...at("shows")}
        label="Show"
        width="full"
        defaultValue={filter.shows}
        choices={SUPPORT_SHOWS.map((value) => ({ value, label: STANDING_WORDS[value] }))}
      />
      {questionnaires.length < 2 ? null : (
        <Select
          {...at("questionnaire")}
          label="Questionnaire"
          width="full"
          defaultValue={filter.questionnaire ?? ""}
          choices={[ANY, ...questionnaires.map(({ key, title }) => ({ value: key, label: title }))]}
        />
      )}
      <Button secondary>Show help</Button>
    </Form>
  );
}

function Lines({ view: { lines, organisation } }: { view: DeskView }) {
  if (lines.length === 0) {
    return <p className="ir-body">No help stands here. Choose another filter, or add some.</p>;
  }
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="govuk-visually-hidden">Help in this list</caption>
      <thead>
        <tr>
          <th scope="col">Help</th>
          <th scope="col">For</th>
          <th scope="col">When and where</th>
          <th scope="col">Stands</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} organisationKey={organisation.key} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, organisationKey }: { line: SupportLineView; organisationKey: string }) {
  const { id, kind, title, schoolName, itemKeys, dates, districts, standing } = line;
  return (
    <tr>
      <th scope="row">
        <Link to={entryPath(organisationKey, id)}>{title}</Link>
        <span className="ir-summary-note ir-muted">
          {SUPPORT_KIND_WORDS[kind]}
          {schoolName === null ? "" : `, ${schoolName}`}
        </span>
      </th>
      <td data-heading="For">
        {itemKeys.join(", ")}
        <span className="ir-summary-note ir-muted">{line.questionnaireTitle}</span>
      </td>
      <td data-heading="When and where">
        {dates.map((date) => (
          <span className="ir-summary-note" key={date}>
            {date}
          </span>
        ))}
        {districts.length === 0 ? "Everywhere" : districts.join(", ")}
      </td>
      <td data-heading="Stands">
        <Tag colour={standingColour(standing)}>{STANDING_WORDS[standing]}</Tag>
      </td>
    </tr>
  );
}
