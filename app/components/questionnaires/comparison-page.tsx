import { Form } from "@remix-run/react";
import type { ChangeView, ComparisonView } from "~/services/questionnaires/compare-version.server";
import { Button } from "../button";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { Tag } from "../tag";
import { KIND_WORDS, RULE_WORDS, SUBJECT_WORDS } from "./change-words";
import { versionPath } from "./questionnaire-paths";
import { RuleForm, type SentRule } from "./rule-form";
import { TextRuns } from "./word-runs";

type Props = { view: ComparisonView; sent: SentRule | null; told: string | null };

/** A version beside the one before it: every change with its words, and what becomes of the answers. */
export function ComparisonPage({ view, sent, told }: Props) {
  const { organisation, questionnaire, number, before, changes, about, unchanged } = view;
  const at = { organisation: organisation.key, questionnaire: questionnaire.key, number };
  return (
    <Page
      title={
        before === null
          ? `Version ${number} is the first`
          : `Version ${before} and version ${number}`
      }
      caption={questionnaire.title}
      back={{ to: versionPath(at), label: `Version ${number}` }}
      above={told === null ? null : <Notice>{told}</Notice>}
      lede={before === null ? "There is nothing to compare it with." : summaryOf(view)}
    >
      {sent === null ? null : (
        <Panel kind="conflict" title="Nothing was changed" id="problem">
          <p role="alert">{sent.message}</p>
        </Panel>
      )}
      {view.waiting === 0 || view.state !== "draft" ? null : <ConfirmAll view={view} />}
      {changes.map((change, place) => (
        <Change key={change.id} change={change} view={view} place={place} sent={sent} />
      ))}
      {about.length === 0 ? null : (
        <section className="ir-change" aria-labelledby="about">
          <h2 className="ir-h2" id="about">
            Around the statements
          </h2>
          {about.map((text) => (
            <TextRuns key={text.label} change={text} />
          ))}
        </section>
      )}
      {before === null ? null : (
        <p className="ir-body">
          {unchanged === 1 ? "1 statement is" : `${unchanged} statements are`} unchanged.
        </p>
      )}
    </Page>
  );
}

function summaryOf({ changes, waiting, state }: ComparisonView): string {
  const count = changes.length === 1 ? "1 change." : `${changes.length} changes.`;
  if (state !== "draft")
    return `${count} Words taken out are struck through, words put in underlined.`;
  const left =
    waiting === 0
      ? "Each has a rule for its answers."
      : `${waiting} ${waiting === 1 ? "waits" : "wait"} for you to say what becomes of the answers.`;
  return `${count} ${left} Words taken out are struck through, words put in underlined.`;
}

function ConfirmAll({ view: { sha256, waiting } }: { view: ComparisonView }) {
  return (
    <Form method="post" className="ir-actions">
      <input type="hidden" name="from" value={sha256} />
      <Button name="intent" value="confirm-all" secondary>
        {waiting === 1 ? "Confirm it as proposed" : `Confirm all ${waiting} as proposed`}
      </Button>
    </Form>
  );
}

type ChangeProps = {
  change: ChangeView;
  view: ComparisonView;
  place: number;
  sent: SentRule | null;
};

function Change({ change, view, place, sent }: ChangeProps) {
  const { kind, subject, from, to, title, typing } = change;
  const id = `change-${place}`;
  return (
    <section className="ir-change" aria-labelledby={id}>
      <h2 className="ir-h3" id={id}>
        {SUBJECT_WORDS[subject]} {keysOf(from, to)} {title}
      </h2>
      <p>
        <Tag colour={KIND_WORDS[kind].colour}>{KIND_WORDS[kind].words}</Tag>{" "}
        {typing ? "It looks like a typing error put right." : null}
      </p>
      {shownOf(change).map((text) => (
        <TextRuns key={text.label} change={text} />
      ))}
      <Rule change={change} view={view} place={place} sent={sent} />
    </section>
  );
}

const keysOf = (from: readonly string[], to: readonly string[]): string => {
  const [old, now] = [from.join(", "), to.join(", ")];
  return old === "" || now === "" || old === now ? now || old : `${old} → ${now}`;
};

/** Of what came or went its first text is enough to know it by. */
const shownOf = ({ kind, texts }: ChangeView) =>
  kind === "added" || kind === "removed" ? texts.slice(0, 1) : texts;

function Rule({ change, view, place, sent }: ChangeProps) {
  const { rule, confirmed, note, kind } = change;
  if (kind === "added") return <p className="ir-hint">Schools answer it as a new one.</p>;
  if (view.state === "draft")
    return <RuleForm change={change} view={view} place={place} sent={sent} />;
  return (
    <p className="ir-hint">
      {RULE_WORDS[rule]}.{confirmed && note !== "" ? ` Note for schools: ${note}` : null}
    </p>
  );
}
