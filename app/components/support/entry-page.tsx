import { Form } from "@remix-run/react";
import {
  SUPPORT_FIELDS,
  SUPPORT_FIELD_WORDS,
  type SupportProblem,
  type TypedSupport,
} from "~/domain/support/typed-support";
import { SUPPORT_KIND_WORDS } from "~/domain/support/support-words";
import type { SupportPageView } from "~/services/support/view-desk.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { summaryOf } from "../people/problem-at";
import { Tag } from "../tag";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { deskPath } from "./desk-paths";
import { EntryFields } from "./entry-fields";
import { STANDING_WORDS, standingColour } from "./standing-words";

/** What the form of this page sent, with what is wrong with it or who was quicker. */
export type SentSupport = {
  typed: TypedSupport;
  version: number;
  problems: readonly SupportProblem[];
  stands: TypedSupport | null;
};

type Props = {
  view: SupportPageView;
  sent: SentSupport | null;
  told: string | null;
  whoCanSee: readonly string[];
};

/** One entry of help: its boxes, taking it off, and what it said before each change. */
export function EntryPage({ view, sent, told, whoCanSee }: Props) {
  const problems = sent?.problems ?? [];
  const { kind, typed, standing } = view;
  return (
    <Page
      template="reading"
      title={typed.title}
      caption={`${SUPPORT_KIND_WORDS[kind]}, ${view.questionnaireTitle}`}
      back={{ to: deskPath(view.organisation.key), label: "Help available" }}
      above={
        <>
          {told === null ? null : <Notice>{told}</Notice>}
          <ErrorSummary errors={summaryOf(problems)} />
        </>
      }
      side={<WhoCanSeeThis sentences={whoCanSee} />}
    >
      <p className="ir-body">
        <Tag colour={standingColour(standing)}>{STANDING_WORDS[standing]}</Tag>
      </p>
      {sent?.stands ? <Conflict stands={sent.stands} typed={sent.typed} /> : null}
      <Form method="post" noValidate key={String(sent === null)}>
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="version" value={sent?.version ?? view.version} />
        <EntryFields
          kind={kind}
          questionnaires={null}
          districts={view.districts}
          typed={sent?.typed ?? typed}
          problems={problems}
        />
        <div className="ir-actions">
          <Button>Save</Button>
        </div>
      </Form>
      <Retire retired={standing === "retired"} />
      <History view={view} />
    </Page>
  );
}

function Conflict({ stands, typed }: { stands: TypedSupport; typed: TypedSupport }) {
  const shown = (text: string) => (text.trim() === "" ? "Nothing" : text);
  const differing = SUPPORT_FIELDS.filter(
    (field) => field !== "questionnaire" && stands[field].trim() !== typed[field].trim(),
  );
  return (
    <Panel kind="conflict" id="conflict" title="Somebody else changed this entry">
      <p>What you typed is in the boxes below. Save it, or go back to keep what stands.</p>
      <dl className="ir-two-texts">
        {differing.map((field) => (
          <div key={field}>
            <dt>{SUPPORT_FIELD_WORDS[field]}</dt>
            <dd>
              <span className="ir-muted">Stands now:</span> {shown(stands[field])}
            </dd>
            <dd>
              <span className="ir-muted">You typed:</span> {shown(typed[field])}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Retire({ retired }: { retired: boolean }) {
  return (
    <section className="ir-section" aria-labelledby="retire">
      <h2 className="ir-h2" id="retire">
        {retired ? "Bring it back" : "Take it off"}
      </h2>
      <p className="ir-body">
        {retired
          ? "Schools do not see it now."
          : "Schools stop seeing it at once. It stays in the list under Taken off."}
      </p>
      <Form method="post">
        <input type="hidden" name="intent" value={retired ? "bring-back" : "retire"} />
        <Button secondary>{retired ? "Bring it back" : "Take it off"}</Button>
      </Form>
    </section>
  );
}

function History({ view: { history } }: { view: SupportPageView }) {
  return (
    <section className="ir-section" aria-labelledby="history">
      <h2 className="ir-h2" id="history">
        Earlier versions
      </h2>
      {history.length === 0 ? <p className="ir-body">It has not been changed yet.</p> : null}
      <ul className="ir-plain-list">
        {history.map(({ when, by, fields }) => (
          <li key={when + by}>
            <p className="ir-body">
              {when}, {by}
            </p>
            <dl className="ir-two-texts">
              {fields.map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{field}</dt>
                  <dd>
                    <span className="ir-muted">Before:</span> {before === "" ? "Nothing" : before}
                  </dd>
                  <dd>
                    <span className="ir-muted">Then:</span> {after === "" ? "Nothing" : after}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
