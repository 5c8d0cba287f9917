import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { SCHOOL_TYPES } from "~/domain/questionnaire/definition";
import type { DutyProblem, TypedDuty } from "~/domain/questionnaire/typed-duty";
import type { DutyPreview } from "~/services/duties/change-duty.server";
import type { DutyPageView } from "~/services/duties/view-duty-desk.server";
import { Button } from "../button";
import { Checkbox } from "../form/checkbox";
import { Checkboxes } from "../form/checkboxes";
import { ErrorSummary } from "../form/error-summary";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Panel } from "../panels/panel";
import { controlOf, summaryOf } from "../people/problem-at";
import { schoolCount } from "../rounds/round-words";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { dutyDeskPath } from "./duty-paths";
import { TYPE_WORDS } from "./type-words";

/** What a form of this page sent, and what became of it. */
export type SentDuty = {
  typed: TypedDuty;
  typo: boolean;
  version: number;
  problems: readonly DutyProblem[];
  stands: TypedDuty | null;
  preview: DutyPreview | null;
};

type Props = { view: DutyPageView; sent: SentDuty | null; whoCanSee: readonly string[] };

/** One duty: its boxes, then what the change would do before it is made. */
export function DutyPage({ view, sent, whoCanSee }: Props) {
  const { id, organisation, questionnaire } = view;
  const back = dutyDeskPath(organisation.key, questionnaire.key);
  const problems = sent?.problems ?? [];
  const typed = sent?.typed ?? view.typed;
  return (
    <Page
      template="thing"
      title={id === null ? "Add a duty" : `Change a duty of ${view.typed.statement}`}
      caption={questionnaire.title}
      back={{ to: back, label: "Duties" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
    >
      {sent?.stands ? <Conflict stands={sent.stands} /> : null}
      {sent?.preview ? <Preview sent={sent} preview={sent.preview} /> : null}
      <Form method="post" noValidate key={String(sent === null)}>
        <input type="hidden" name="version" value={sent?.version ?? view.version} />
        <Fields view={view} typed={typed} problems={problems} />
        {id === null ? null : (
          <Checkbox
            id="typo"
            name="typo"
            value="yes"
            label="I only mend a typing error"
            hint="What it asks of schools stays the same, so nobody is asked to look again."
            defaultChecked={sent?.typo ?? false}
          />
        )}
        <div className="ir-actions">
          <Button name="intent" value="preview" secondary={Boolean(sent?.preview)}>
            Show whom it touches
          </Button>
          <Link to={back}>Go back without changing</Link>
        </div>
      </Form>
      <History view={view} />
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}

type FieldsProps = { view: DutyPageView; typed: TypedDuty; problems: readonly DutyProblem[] };

function Fields({ view, typed, problems }: FieldsProps) {
  const at = (field: keyof TypedDuty) => controlOf(field, problems);
  return (
    <>
      {view.id === null ? (
        <Select
          {...at("statement")}
          label="Statement"
          width="full"
          choices={[
            { value: "", label: "Choose a statement" },
            ...view.statements.map(({ key, statement }) => ({
              value: key,
              label: `${key} ${statement}`,
            })),
          ]}
          defaultValue={typed.statement}
        />
      ) : (
        <input type="hidden" name="statement" value={typed.statement} />
      )}
      <Radios
        {...at("kind")}
        legend="How binding is it?"
        choices={[
          { value: "must", label: "Legal duty" },
          { value: "should", label: "National guidance" },
          { value: "local", label: `${view.ownerLabel} expectation` },
        ]}
        chosen={typed.kind}
      />
      <TextInput
        {...at("source")}
        label="Where it stands"
        hint="Like Children and Families Act 2014, section 100A"
        defaultValue={typed.source}
        autoComplete="off"
      />
      <TextInput
        {...at("from")}
        label="In force from"
        aside="(empty: it always was)"
        hint="Like 1 4 2027"
        defaultValue={typed.from}
        width="short"
        autoComplete="off"
      />
      <TextInput
        {...at("to")}
        label="Its last day"
        aside="(empty: no end is known)"
        hint="To end a duty, enter its last day."
        defaultValue={typed.to}
        width="short"
        autoComplete="off"
      />
      <Checkboxes
        {...at("types")}
        legend="Schools it binds"
        hint="None ticked: every kind of school."
        choices={SCHOOL_TYPES.map((value) => ({ value, label: TYPE_WORDS[value] }))}
        ticked={typed.types}
      />
      <Checkbox
        {...at("checked")}
        value="yes"
        label="The reference is checked"
        hint="Until then schools read “reference to be checked” beside it."
        defaultChecked={typed.checked === "yes"}
      />
    </>
  );
}

function Preview({ sent, preview }: { sent: SentDuty; preview: DutyPreview }) {
  const { typed, typo, version } = sent;
  return (
    <Panel kind="carry-on" title={touchWords(preview, typo)} id="preview">
      {preview.before === "" ? null : <p>It said: {preview.before}</p>}
      <p>It will say: {preview.after}</p>
      <p>Copies that are signed keep what they said.</p>
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="typo" value={typo ? "yes" : ""} />
        {(["statement", "kind", "source", "from", "to", "checked"] as const).map((field) => (
          <input key={field} type="hidden" name={field} value={typed[field]} />
        ))}
        {typed.types.map((type) => (
          <input key={type} type="hidden" name="types" value={type} />
        ))}
        <Button name="intent" value="apply">
          {typo ? "Mend it" : "Change it"}
        </Button>
      </Form>
    </Panel>
  );
}

function touchWords({ schools, on }: DutyPreview, typo: boolean): string {
  if (typo) return "Nobody is asked to look again";
  if (on !== null) {
    return `On ${formatDate(on)}, its first day, schools that are then writing a self-review are asked to look again. Today that would be ${schoolCount(schools)}`;
  }
  if (schools === 0) return "No school is writing a self-review in a round that shows it";
  return schools === 1
    ? "1 school that is writing a self-review is asked to look again"
    : `${schools} schools that are writing a self-review are asked to look again`;
}

function Conflict({ stands }: { stands: TypedDuty }) {
  return (
    <Panel kind="conflict" id="conflict" title="Somebody else changed this duty">
      <p>What you typed is in the boxes below. What stands now:</p>
      <p>
        {stands.source}
        {stands.from === "" ? "" : `, from ${stands.from}`}
        {stands.to === "" ? "" : `, until ${stands.to}`}
      </p>
    </Panel>
  );
}

function History({ view: { history, id } }: { view: DutyPageView }) {
  if (id === null) return null;
  return (
    <section className="ir-section" aria-labelledby="history">
      <h2 className="ir-h2" id="history">
        Earlier versions
      </h2>
      {history.length === 0 ? <p className="ir-body">It has not been changed yet.</p> : null}
      <ul className="ir-plain-list">
        {history.map(({ when, by, words }) => (
          <li key={when + words}>
            {words}
            <span className="ir-summary-note ir-muted">
              until {when}
              {by === "" ? "" : `, when ${by} changed it`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
