import { Form, Link } from "@remix-run/react";
import type { PublishProblem } from "~/domain/questionnaire/compare/check-before-publishing";
import type { VersionView } from "~/services/questionnaires/view-questionnaires.server";
import { Button } from "../button";
import { Details } from "../details";
import { ItemCode } from "../item-code";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { comparisonPath, questionnairePath, versionFilePath } from "./questionnaire-paths";
import { VersionTag } from "./version-tag";

type Props = { view: VersionView; told: string | null; problem: string | null };

/** One version: what it says, what stands in the way of publishing a draft, and its files. */
export function VersionPage({ view, told, problem }: Props) {
  const { organisation, questionnaire, number, state, publishedOn, before } = view;
  const at = { organisation: organisation.key, questionnaire: questionnaire.key };
  return (
    <Page
      title={`Version ${number}`}
      caption={questionnaire.title}
      back={{ to: questionnairePath(at), label: questionnaire.title }}
      above={told === null ? null : <Notice>{told}</Notice>}
      lede={
        <>
          <VersionTag state={state} />{" "}
          {publishedOn === null ? "Only managers see it." : `Published on ${publishedOn}.`}
        </>
      }
    >
      {problem === null ? null : (
        <Panel kind="conflict" title="Nothing was changed" id="problem">
          <p role="alert">{problem}</p>
        </Panel>
      )}
      {before === null ? null : (
        <p className="ir-body">
          <Link to={comparisonPath({ ...at, number })}>What changed since version {before}</Link>
        </p>
      )}
      {state === "draft" ? <Publishing view={view} /> : null}
      {state === "published" ? <Retiring view={view} /> : null}
      <Files view={view} />
      <Content view={view} />
    </Page>
  );
}

function Publishing({ view }: { view: VersionView }) {
  const stopping = view.problems.filter(({ stops }) => stops);
  const advice = view.problems.filter(({ stops }) => !stops);
  return (
    <section className="ir-section" aria-labelledby="publish">
      <h2 className="ir-h2" id="publish">
        {stopping.length === 0 ? "Ready to publish" : "Before you publish"}
      </h2>
      <Problems problems={stopping} />
      {advice.length === 0 ? null : (
        <Details summary={`Advice (${advice.length})`}>
          <Problems problems={advice} />
        </Details>
      )}
      {stopping.length > 0 ? null : (
        <Form method="post" className="ir-actions">
          <input type="hidden" name="from" value={view.sha256} />
          <Button name="intent" value="publish">
            Publish version {view.number} for ever
          </Button>
        </Form>
      )}
      <p className="ir-hint">
        Once published it never changes. Self-reviews that run stay on their version.
      </p>
      <Discarding view={view} />
    </section>
  );
}

/** Folded away, with what it takes: nobody can bring a draft back. */
function Discarding({ view: { number, sha256 } }: { view: VersionView }) {
  return (
    <Details summary="Discard this draft">
      <Form method="post">
        <p>
          All that was written for version {number} goes, for everybody who writes it. To keep a
          copy, save it as Excel below first.
        </p>
        <input type="hidden" name="from" value={sha256} />
        <Button name="intent" value="discard" secondary>
          Discard the draft of version {number}
        </Button>
      </Form>
    </Details>
  );
}

function Problems({ problems }: { problems: readonly PublishProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="ir-plain-list">
      {problems.map(({ at, message }, index) => (
        <li key={index}>
          {at === "" ? null : <strong>{at}: </strong>}
          {message}.
        </li>
      ))}
    </ul>
  );
}

function Retiring({ view: { number } }: { view: VersionView }) {
  return (
    <Form method="post" className="ir-section">
      <h2 className="ir-h2">Retire it</h2>
      <p className="ir-body">
        No new round begins on a retired version. Rounds and self-reviews that run go on.
      </p>
      <Button name="intent" value="retire" secondary>
        Retire version {number}
      </Button>
    </Form>
  );
}

const FORMATS = [
  { format: "xlsx", words: "Excel" },
  { format: "csv", words: "CSV" },
  { format: "yaml", words: "YAML" },
  { format: "json", words: "JSON" },
] as const;

function Files({ view }: { view: VersionView }) {
  const { organisation, questionnaire, number, sha256, intact, state } = view;
  const at = { organisation: organisation.key, questionnaire: questionnaire.key, number };
  return (
    <section className="ir-section" aria-labelledby="files">
      <h2 className="ir-h2" id="files">
        Save it as a file
      </h2>
      <ul className="ir-plain-list">
        {FORMATS.map(({ format, words }) => (
          <li key={format}>
            <a href={versionFilePath(at, format)}>
              Version {number} as {words}
            </a>
          </li>
        ))}
      </ul>
      {state === "draft" ? null : (
        <p className="ir-hint ir-check-code">
          {intact
            ? "Its text still gives the check code on record: "
            : "Its text no longer gives the check code on record. Tell whoever looks after the service. The code was "}
          <code>{sha256}</code>
        </p>
      )}
    </section>
  );
}

function Content({ view: { sections, levels, fields, changeNotes } }: { view: VersionView }) {
  return (
    <section className="ir-section" aria-labelledby="content">
      <h2 className="ir-h2" id="content">
        What it says
      </h2>
      <p className="ir-body">{changeNotes}</p>
      <Details summary={`Scale (${levels.length} choices)`}>
        <ul className="ir-plain-list">
          {levels.map(({ code, name, meaning, asks }) => (
            <li key={code}>
              {code} {name}: {meaning} {asks === null ? null : <em>Asks: {asks}</em>}
            </li>
          ))}
        </ul>
      </Details>
      {sections.map(({ key, title, statements }) => (
        <Details key={key} summary={`${key} ${title} (${statements.length})`}>
          <ul className="ir-plain-list">
            {statements.map((item) => (
              <li key={item.key}>
                <ItemCode code={item.key} /> {item.statement}
              </li>
            ))}
          </ul>
        </Details>
      ))}
      {fields.length === 0 ? null : (
        <Details summary={`Numbers and dates (${fields.length})`}>
          <ul className="ir-plain-list">
            {fields.map(({ label }) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}
