import { Link } from "@remix-run/react";
import type { Snapshot } from "~/domain/submission/snapshot";
import { placedItems } from "~/domain/submission/snapshot-digest";
import type { Ways } from "~/services/account/prove-again.server";
import { Details } from "../details";
import { ErrorSummary } from "../form/error-summary";
import { NumberTiles } from "../number-tiles";
import { Page } from "../page";
import { Panel } from "../panels/panel";
import { HeadlineTable, ReadingContents } from "../reading/reading-contents";
import { ReadingNumbers } from "../reading/reading-numbers";
import { sectionAnchor } from "../reading/section-anchor";
import { LockLine } from "./lock-line";
import { reviewPath, type ReviewPlace } from "./review-paths";
import { SignAnswers } from "./sign-answers";
import { SignatureForm, signatureSummary, type SignatureErrors } from "./signature-form";

/** What the sign page shows: the `sign` view of app/services/signing. */
export type SignPageView = ReviewPlace & {
  title: string;
  layout: "sections" | "one-page";
  snapshot: Snapshot;
  lock: { by: string | null; at: Date } | null;
  declaration: string;
  signsAs: string;
  dutiesChanged: readonly { key: string; says: string }[];
  governors: string[] | null;
  seen: number;
  ways: Ways;
};

type SignPageProps = {
  view: SignPageView;
  today: string;
  errors: SignatureErrors;
  /** Whether the box was ticked in what was sent before. */
  declared: boolean;
};

/** One screen: the headlines, five short answers, then the declaration, the password and the button. */
export function SignPage({ view, today, errors, declared }: SignPageProps) {
  const { snapshot, lock } = view;
  const name = snapshot.questionnaire.title;
  const title = view.layout === "one-page" ? `Sign ${name}` : `Sign the ${name}`;
  return (
    <div className="ir-sign">
      <Page
        title={title}
        back={{ to: reviewPath(view), label: view.title }}
        above={<ErrorSummary errors={signatureSummary(errors)} />}
        template="screen"
        lede={
          lock === null ? null : (
            <LockLine lock={lock} today={today} takeBack={`${reviewPath(view)}/check`}>
              What you read here is what you sign.
            </LockLine>
          )
        }
        side={<SignAnswers place={view} snapshot={snapshot} />}
      >
        <DutiesChanged view={view} />
        <Standing view={view} />
      </Page>
      <SignatureForm
        declaration={view.declaration}
        button={`Sign as ${view.signsAs}`}
        hidden={{ seen: String(view.seen) }}
        errors={errors}
        ways={view.ways}
        declared={declared}
      />
      <p className="ir-hint">{whatSigningDoes(view)}</p>
    </div>
  );
}

/** The law may move after the answers were marked as ready: whoever signs is told, and need not wait. */
function DutiesChanged({ view }: { view: SignPageView }) {
  const { dutiesChanged } = view;
  if (dutiesChanged.length === 0) return null;
  return (
    <div className="ir-panel-before">
      <Panel kind="caution" id="duties-changed" title="Duties changed, and nobody has looked again">
        <ul className="ir-plain-list">
          {dutiesChanged.map(({ key, says }) => (
            <li key={`${key} ${says}`}>
              {key}: {says}
            </li>
          ))}
        </ul>
        <p>
          <Link to={`${reviewPath(view)}/duties`}>Look at them again</Link>
        </p>
      </Panel>
    </div>
  );
}

function Standing({ view }: { view: SignPageView }) {
  const { snapshot, layout } = view;
  const check = `${reviewPath(view)}/check`;
  const count = placedItems(snapshot).length;
  return (
    <>
      {layout === "one-page" ? (
        <>
          <ReadingContents snapshot={snapshot} />
          <Shares snapshot={snapshot} />
          <Details summary="All numbers, dates and names">
            <ReadingNumbers snapshot={snapshot} />
          </Details>
        </>
      ) : (
        <HeadlineTable
          snapshot={snapshot}
          linkTo={(section) => `${check}#${sectionAnchor(section)}`}
        />
      )}
      <p>
        <Link to={check}>Read all {count} answers</Link> or{" "}
        <a href={`${check}/draft.pdf`}>read them as a PDF marked Draft</a>
      </p>
    </>
  );
}

/** Shares worked out from the numbers; what each is asked to reach stands beside it. */
function Shares({ snapshot }: { snapshot: Snapshot }) {
  if (snapshot.derived.length === 0) return null;
  const tiles = snapshot.derived.map((share) => ({
    figure: share.percent === null ? "Not given" : `${share.percent}%`,
    words: share.threshold === null ? share.label : `${share.label}, ${share.threshold}% asked for`,
  }));
  return <NumberTiles tiles={tiles} />;
}

function whatSigningDoes({ snapshot, governors }: SignPageView): string {
  const freezes = `Signing freezes the answers as signed copy ${snapshot.number}.`;
  if (governors === null) return freezes;
  const asked = governors.length > 0 ? governors.join(" or ") : "A governor";
  return `${freezes} ${asked} is then asked for the second signature.`;
}
