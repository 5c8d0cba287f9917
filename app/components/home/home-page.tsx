import { Link } from "@remix-run/react";
import type { SchoolHomeView } from "~/services/home/views";
import { Page } from "../page";
import { Panel } from "../panels/panel";
import { CarryOn } from "./carry-on";
import { HomeConfirmations } from "../confirmations/home-confirmations";
import { SelfReviewRows } from "./self-review-rows";
import { SignedCopies } from "./signed-copies";
import { Replied } from "./replied";
import { ToJoin } from "./to-join";
import { Waiting } from "./waiting";

/** A school's home: the one thing to carry on with, what waits for the reader, every self-review. */
export function HomePage({ view, now }: { view: SchoolHomeView; now: Date }) {
  const { school, carryOn, waiting, accessCheck, planReview } = view;
  const { selfReviews, signedCopies, mayStartPrivate } = view;
  const facts = [school.phaseName, school.district, `URN ${school.urn}`].filter(Boolean);
  return (
    <Page
      template="reading"
      title={school.name}
      caption={facts.join(" · ")}
      side={
        <>
          <HomeConfirmations confirmations={view.confirmations} urn={school.urn} />
          <SignedCopies copies={signedCopies} overTime={view.overTime} urn={school.urn} />
          <Panel kind="side" title="Action plan" id="plan">
            <p>
              <Link to={`/schools/${school.urn}/actions`}>See the action plan</Link>
            </p>
          </Panel>
          {view.before.length === 0 ? null : (
            <Panel kind="side" title="Before this school" id="before">
              <p>
                <Link to={`/schools/${school.urn}/take-over`}>
                  What came from {view.before.join(" and ")}
                </Link>
              </p>
            </Panel>
          )}
          {view.mayReadAudit ? (
            <Panel kind="side" title="Who did what" id="audit">
              <p>
                <Link to={`/schools/${school.urn}/audit`}>See who did what, and when</Link>
              </p>
            </Panel>
          ) : null}
        </>
      }
    >
      {carryOn ? <CarryOn carryOn={carryOn} urn={school.urn} /> : null}
      <Replied replied={view.replied} urn={school.urn} />
      <Waiting
        waiting={waiting}
        accessCheck={accessCheck}
        planReview={planReview}
        visits={view.visits}
        urn={school.urn}
        now={now}
      />
      <ToJoin urn={school.urn} rounds={view.toJoin} />
      <section className="ir-section" aria-labelledby="self-reviews">
        <h2 className="ir-h2" id="self-reviews">
          All your self-reviews
        </h2>
        <SelfReviewRows rows={selfReviews} urn={school.urn} />
        {mayStartPrivate ? (
          <p className="ir-after-list">
            <Link to={`/schools/${school.urn}/private`}>Start a private self-review</Link>
          </p>
        ) : null}
      </section>
    </Page>
  );
}
