import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { TypedEntry } from "~/domain/reviewer/register-entry";
import { visitsLeftWords } from "~/domain/reviewer/visits-offered";
import type { ReviewerView } from "~/services/reviewers/views";
import { Button } from "../button";
import { Details } from "../details";
import { ErrorSummary } from "../form/error-summary";
import { TextInput } from "../form/text-input";
import { schoolMatchingPath } from "../matching/matching-paths";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { controlOf, summaryOf } from "../people/problem-at";
import { SummaryTable } from "../summary-table";
import { VisitStateTag } from "../visits/visit-state-tag";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { EntryConflict } from "./entry-conflict";
import { EntryFields } from "./entry-fields";
import { InterestList } from "./interest-list";
import { paperPath, registerPath } from "./register-paths";

/** What a form of this page sent, with what is wrong with it. */
export type SentEntry = {
  typed: TypedEntry | null;
  seenOn: string;
  version: number | null;
  problems: readonly { field: string; message: string }[];
  stands: TypedEntry | null;
};

type Props = {
  view: ReviewerView;
  sent: SentEntry | null;
  told: string | null;
  whoCanSee: readonly string[];
};

/** One reviewer: what the organisation keeps, interests, assurance, visits, and the end of the role. */
export function ReviewerPage({ view, sent, told, whoCanSee }: Props) {
  const problems = sent?.problems ?? [];
  const key = view.organisation.key;
  return (
    <Page
      template="reading"
      title={view.name}
      caption={view.active ? view.accreditationWords : "No reviewer any more"}
      back={{ to: registerPath(key), label: "Reviewers" }}
      above={
        <>
          {told === null ? null : <Notice>{told}</Notice>}
          <ErrorSummary errors={summaryOf(problems)} />
        </>
      }
      side={<WhoCanSeeThis sentences={whoCanSee} />}
    >
      <Lapse view={view} />
      {sent?.stands == null || sent.typed === null ? null : (
        <EntryConflict stands={sent.stands} typed={sent.typed} />
      )}
      <SummaryTable
        rows={[
          { term: "E-mail", value: view.email },
          {
            term: "Visits this year",
            value: visitsLeftWords({ offered: view.offered, taken: view.taken }),
          },
        ]}
      />
      <EntrySection view={view} sent={sent} problems={problems} />
      <section className="ir-section" aria-labelledby="interests">
        <h2 className="ir-h2" id="interests">
          Interests
        </h2>
        <InterestList view={view.interests} reviewerId={view.id} own={false} />
      </section>
      <AssuranceSection view={view} sent={sent} problems={problems} />
      <VisitsSection view={view} />
      {view.active ? <EndSection view={view} /> : null}
    </Page>
  );
}

/** Visits that rest on somebody who may not make them any more. */
function Lapse({ view }: { view: ReviewerView }) {
  if (view.active && view.accreditation !== "over") return null;
  const why = view.active ? view.accreditationWords : `${view.name} is no reviewer any more`;
  return (
    <Panel kind="caution" title={why} id="lapse">
      {view.open.length === 0 ? (
        <p>No visit to come rests on them.</p>
      ) : (
        <>
          <p>Choose somebody else for:</p>
          <ul className="ir-plain-list">
            {view.open.map(({ visitId, urn, roundId, schoolName }) => (
              <li key={visitId}>
                <Link to={schoolMatchingPath(view.organisation.key, { urn, roundId })}>
                  {schoolName}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

type SectionProps = Pick<Props, "view" | "sent"> & {
  problems: readonly { field: string; message: string }[];
};

function EntrySection({ view, sent, problems }: SectionProps) {
  const open = sent?.typed != null;
  return (
    <section className="ir-section" aria-labelledby="entry">
      <h2 className="ir-h2" id="entry">
        In the register
      </h2>
      <Form method="post" noValidate key={String(open)}>
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="version" value={sent?.version ?? view.version} />
        <EntryFields form={view} typed={sent?.typed ?? view.typed} problems={problems} />
        <div className="ir-actions">
          <Button>Save</Button>
        </div>
      </Form>
    </section>
  );
}

function AssuranceSection({ view, sent, problems }: SectionProps) {
  const { assured, organisation, id } = view;
  const by = assured === null || assured.by === "" ? "" : `, by ${assured.by}`;
  return (
    <section className="ir-section" aria-labelledby="assurance">
      <h2 className="ir-h2" id="assurance">
        Assurance
      </h2>
      <p className="ir-body">
        {assured === null
          ? "Identity and DBS check have not been seen yet. Keep no copy: note only that you saw them."
          : `Identity and DBS check seen on ${formatDate(assured.on)}${by}. No copy is kept.`}
      </p>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="assure" />
        <TextInput
          {...controlOf("seenOn", problems)}
          label={assured === null ? "Seen on" : "Seen again on"}
          aside="(today, if empty)"
          hint="Like 10 9 2026"
          defaultValue={sent?.seenOn ?? ""}
          width="short"
          autoComplete="off"
        />
        <Button secondary>I have seen both</Button>
      </Form>
      <ul className="ir-plain-list ir-section">
        {assured === null ? null : (
          <li>
            <a href={paperPath(organisation.key, id, "letter")}>Letter of assurance (PDF)</a>
          </li>
        )}
        <li>
          <a href={paperPath(organisation.key, id, "certificate")}>
            Certificate of visits made (PDF)
          </a>
        </li>
      </ul>
    </section>
  );
}

function VisitsSection({ view: { visits, organisation } }: { view: ReviewerView }) {
  return (
    <section className="ir-section" aria-labelledby="visits">
      <h2 className="ir-h2" id="visits">
        Visits
      </h2>
      {visits.length === 0 ? (
        <p className="ir-body">Has not been asked for a visit yet.</p>
      ) : (
        <ul className="ir-list">
          {visits.map(
            ({ visitId, urn, roundId, schoolName, roundTitle, state, standing, visitOn }) => (
              <li className="ir-list-row" key={visitId}>
                <div className="ir-list-main">
                  <p className="ir-list-title">
                    <Link to={schoolMatchingPath(organisation.key, { urn, roundId })}>
                      {schoolName}
                    </Link>
                  </p>
                  <p className="ir-list-note">
                    {[roundTitle, visitOn === null ? "" : formatDate(visitOn), STANDINGS[standing]]
                      .filter((part) => part !== "")
                      .join(". ")}
                  </p>
                </div>
                <div className="ir-list-state">
                  <VisitStateTag state={state} />
                </div>
              </li>
            ),
          )}
        </ul>
      )}
    </section>
  );
}

const STANDINGS = {
  asked: "Asked",
  accepted: "Said yes",
  declined: "Could not make it",
  replaced: "Somebody else went in their place",
};

const EndSection = ({ view }: { view: ReviewerView }) => (
  <Details summary={`End ${view.name}’s role as a reviewer`}>
    <p className="ir-body">
      The role ends at once and they are signed out. The entry stays, for the visits they made.
      {view.open.length === 0
        ? ""
        : ` They are asked for visits still to come: ${view.open.length}. Choose somebody else for each.`}
    </p>
    <Form method="post">
      <input type="hidden" name="intent" value="end" />
      <Button secondary>End the role</Button>
    </Form>
  </Details>
);
