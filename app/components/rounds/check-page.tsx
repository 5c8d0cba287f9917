import { Form, Link } from "@remix-run/react";
import { formatDate, formatDay } from "~/domain/calendar/format";
import type { DraftStep } from "~/domain/round/draft";
import { OWNERSHIP_TITLES } from "~/domain/visit/ownership-words";
import { yearName } from "~/domain/calendar/years-to-choose";
import type { CheckView } from "~/services/rounds/view-draft.server";
import { Button } from "../button";
import { Details } from "../details";
import { Page } from "../page";
import { Panel } from "../panels/panel";
import { changeAt, SummarySection, type SummaryRow } from "../summary-table";
import { WarningList } from "./date-warnings";
import { roundsPath, stepPath } from "./round-paths";
import { monthCount, schoolCount } from "./round-words";

/** Everything of a round on one page, before anything is sent. */
export function CheckPage({ view }: { view: CheckView }) {
  const { organisation, ready, problems, warnings } = view;
  return (
    <Page
      title="Check the round before you open it"
      caption={view.draft.title}
      template="thing"
      back={{ to: roundsPath(organisation.key), label: "Review rounds" }}
      lede="Nothing has been sent. Opening it invites the schools by mail."
    >
      {problems.length === 0 ? null : <ToPutRight view={view} />}
      {warnings.length === 0 ? null : (
        <div className="ir-panel-before">
          <Panel kind="caution" id="warnings" title="About the dates">
            <WarningList warnings={warnings} />
          </Panel>
        </div>
      )}
      {ready === null ? null : <Summary view={view} ready={ready} />}
      <Reached view={view} />
      <Form method="post" className="ir-actions">
        <input type="hidden" name="version" value={view.version} />
        {ready === null ? null : (
          <Button name="intent" value="open">
            Open the round for {schoolCount(view.schools)}
          </Button>
        )}
        <Button secondary name="intent" value="discard">
          Throw this draft away
        </Button>
      </Form>
    </Page>
  );
}

function ToPutRight({ view }: { view: CheckView }) {
  return (
    <div className="ir-panel-before">
      <Panel kind="caution" id="to-put-right" title="Still to say">
        <ul className="ir-plain-list">
          {view.problems.map(({ step, field, message }) => (
            <li key={`${step} ${field}`}>
              <Link to={`${stepPath(view.organisation.key, view.draftId, step)}#${field}`}>
                {message}
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

type Ready = NonNullable<CheckView["ready"]>;

function Summary({ view, ready }: { view: CheckView; ready: Ready }) {
  const change = (step: DraftStep, about: string) =>
    changeAt(stepPath(view.organisation.key, view.draftId, step), about);
  const rows: SummaryRow[] = [
    {
      term: "Questionnaire",
      value: `${view.questionnaire?.title ?? ""}, version ${view.questionnaire?.number ?? ""}`,
      note: yearName(ready.year),
      change: change("questionnaire", "the questionnaire"),
    },
    {
      term: "Called",
      value: ready.title,
      change: change("questionnaire", "what it is called"),
    },
    { term: "Asked", value: askedWords(view, ready), change: change("sections", "the sections") },
    ...dateRows(ready).map((row) => ({ ...row, change: change("dates", row.term) })),
    {
      term: "Signing",
      value: ready.governorSigns ? "Headteacher, then a governor" : "Headteacher",
      change: change("rules", "signing"),
    },
    {
      term: "Record of a visit",
      value: OWNERSHIP_TITLES[ready.visitOwnership],
      note: ready.viewsFirst
        ? "Each reviewer gives a view before seeing the other’s"
        : "Reviewers see each other’s views from the start",
      change: change("rules", "who reads the record of a visit"),
    },
    {
      term: "Shared with",
      value: view.sharedWith.length === 0 ? "Nobody else" : view.sharedWith.join(", "),
      change: change("rules", "whom it is shared with"),
    },
    {
      term: "Message",
      value: ready.message === "" ? "None" : <span className="ir-as-typed">{ready.message}</span>,
      change: change("message", "the message"),
    },
  ];
  return <SummarySection id="summary" title="The round" rows={rows} />;
}

function askedWords({ sections }: CheckView, { chooseAtLeast }: Ready): string {
  const named = sections.map(({ key, title }) => `${key} ${title}`).join(", ");
  if (chooseAtLeast !== null) {
    const among = named === "" ? "all sections" : named;
    return `The school chooses at least ${chooseAtLeast} of ${among}`;
  }
  return named === "" ? "The whole questionnaire" : named;
}

function dateRows(ready: Ready): SummaryRow[] {
  const opens = { term: "Opens on", value: dayWords(ready.opensOn) };
  if (ready.rolling) {
    const months = monthCount(ready.validityMonths ?? 0);
    return [opens, { term: "A confirmation holds for", value: months }];
  }
  return [
    opens,
    { term: "First deadline", value: dayWords(ready.firstDeadline) },
    { term: "Final deadline", value: dayWords(ready.finalDeadline) },
  ];
}

/** "Friday 18 December 2026": the year matters where a round runs into the next. */
const dayWords = (day: string | null) =>
  day === null ? "" : `${formatDay(day)} ${formatDate(day).slice(-4)}`;

function Reached({ view }: { view: CheckView }) {
  const { organisation, draftId, schools, reached, nobody } = view;
  return (
    <section className="ir-section" aria-labelledby="reached">
      <h2 className="ir-h2" id="reached">
        {schoolCount(schools)}
      </h2>
      <p className="ir-body">
        {schoolCount(reached)} will be invited at once: headteachers and coordinators get a mail.{" "}
        <Link to={stepPath(organisation.key, draftId, "schools")}>Change the schools</Link>
      </p>
      {nobody.length === 0 ? null : (
        <Details summary={`${schoolCount(nobody.length)} where nobody works here yet`}>
          <p className="ir-body">
            They are expected, not invited, and never late. Each is invited by itself as soon as its
            office lets somebody in with a code, or a head or coordinator accepts your invitation.
          </p>
          <ul className="ir-pick-columns">
            {nobody.map(({ urn, name, district }) => (
              <li key={urn}>
                {name}, {district}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}
