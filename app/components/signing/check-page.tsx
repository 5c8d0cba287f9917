import { Form, Link } from "@remix-run/react";
import type { ReadyProblem } from "~/domain/response/check";
import type { Snapshot } from "~/domain/submission/snapshot";
import { placedItems } from "~/domain/submission/snapshot-digest";
import { newActionPath } from "../actions/action-paths";
import { dutyAsksWords } from "../answering/duty-words";
import { Button, ButtonLink } from "../button";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { SnapshotReading } from "../reading/snapshot-reading";
import { LockLine } from "./lock-line";
import { problemPath, reviewPath, signedPath, type ReviewPlace } from "./review-paths";

/** What the check page shows: `viewCheck` of app/services/signing. */
export type CheckPageView = {
  response: { id: string; urn: string; title: string; layout: "sections" | "one-page" };
  problems: ReadyProblem[];
  snapshot: Snapshot;
  lock: { by: string | null; at: Date } | null;
  lastCopy: number | null;
  mayMarkReady: boolean;
  mayTakeBack: boolean;
  maySign: boolean;
};

type CheckPageProps = { view: CheckPageView; today: string; left: boolean };

/** What is left first, then everything as the officer will read it. */
export function CheckPage({ view, today, left }: CheckPageProps) {
  const { response, problems, snapshot } = view;
  const place = { urn: response.urn, responseId: response.id };
  return (
    <Page
      title="Check all answers"
      caption={response.title}
      back={{ to: reviewPath(place), label: response.title }}
      lede={<p>Read it as your officer will.</p>}
      above={
        left && problems.length > 0 ? (
          <Notice>Something is left, so the answers are not marked as ready yet.</Notice>
        ) : null
      }
    >
      <Standing view={view} place={place} today={today} />
      <p className="ir-body ir-section">
        {placedItems(snapshot).length} statements follow. You can also{" "}
        <a href={`${reviewPath(place)}/check/draft.pdf`}>read them as a PDF marked Draft</a>.
      </p>
      <SnapshotReading
        snapshot={snapshot}
        beside={({ key, duty }) => (
          <Link
            to={newActionPath(response.urn, {
              responseId: response.id,
              key,
              duty: dutyAsksWords(duty),
            })}
          >
            Add an action<span className="govuk-visually-hidden"> for {key}</span>
          </Link>
        )}
      />
    </Page>
  );
}

type StandingProps = { view: CheckPageView; place: ReviewPlace; today: string };

function Standing({ view, place, today }: StandingProps) {
  const { lock, problems, lastCopy } = view;
  if (lock !== null) return <Locked view={view} place={place} today={today} />;
  if (problems.length > 0)
    return <WhatIsLeft place={{ ...place, layout: view.response.layout }} problems={problems} />;
  if (view.mayMarkReady) return <MarkReady />;
  if (lastCopy !== null) {
    return (
      <p className="ir-body">
        <Link to={signedPath(place, lastCopy)}>Signed copy {lastCopy}</Link>
      </p>
    );
  }
  return (
    <p className="ir-body">
      Nothing is left. The headteacher, or the person who manages the review, marks it as ready to
      sign.
    </p>
  );
}

type WhatIsLeftProps = {
  place: Parameters<typeof problemPath>[0];
  problems: readonly ReadyProblem[];
};

function WhatIsLeft({ place, problems }: WhatIsLeftProps) {
  const count = problems.length === 1 ? "One thing is left" : `${problems.length} things are left`;
  return (
    <Panel kind="caution" title={count} id="left">
      <ul className="ir-reading-list">
        {problems.map((problem) => (
          <li key={`${problem.answerKey ?? ""} ${problem.code}`}>
            <Link to={problemPath(place, problem)}>{problem.message}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function MarkReady() {
  return (
    <Form method="post" className="ir-panel">
      <p>
        Nothing is left. Marking it as ready locks the answers, so that what the headteacher reads
        is what is signed. It can be taken back.
      </p>
      <Button name="intent" value="ready">
        Mark as ready to sign
      </Button>
    </Form>
  );
}

function Locked({ view, place, today }: StandingProps) {
  const { lock, mayTakeBack, maySign } = view;
  if (lock === null) return null;
  return (
    <div className="ir-panel">
      <LockLine
        lock={lock}
        today={today}
        takeBack={mayTakeBack ? `${reviewPath(place)}/check` : null}
      >
        The answers are ready to sign.
      </LockLine>
      {maySign ? (
        <p>
          <ButtonLink to={`${reviewPath(place)}/sign`}>Read and sign</ButtonLink>
        </p>
      ) : (
        <p>The headteacher signs next.</p>
      )}
    </div>
  );
}
