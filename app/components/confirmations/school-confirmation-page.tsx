import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { SchoolConfirmationView } from "~/services/confirmations/school-confirmation.server";
import { reviewPath } from "../answering/review-path";
import { Button, ButtonLink } from "../button";
import { Page } from "../page";
import { Panel } from "../panels/panel";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { SummaryTable } from "../summary-table";
import { CertificateLink, ConfirmationHistory } from "./confirmation-history";

/** A confirmation in its school: until when, its certificate, and renewing once that is due. */
export function SchoolConfirmationPage({ view }: { view: SchoolConfirmationView }) {
  const { urn, confirmation, others } = view;
  const path = (id: string) => `/schools/${urn}/confirmations/${id}`;
  const { withdrawn } = confirmation;
  return (
    <Page
      template="reading"
      title={titleOf(view)}
      caption={`${view.title}, ${view.organisation}`}
      back={{ to: `/schools/${urn}`, label: "Self-reviews" }}
      side={<WhoCanSeeThis sentences={view.seenBy} />}
    >
      {withdrawn === null ? null : (
        <Panel kind="caution">
          <p>
            {view.organisation} withdrew it on {formatDate(withdrawn.at)}: {withdrawn.reason}
          </p>
        </Panel>
      )}
      <Renewing view={view} />
      <SummaryTable
        rows={[
          {
            term: "Certificate",
            value: (
              <CertificateLink confirmation={confirmation} to={`${path(confirmation.id)}/pdf`} />
            ),
            note: "Sealed. Whoever gets it can check that it is unchanged and still holds.",
          },
          {
            term: "Confirmed on",
            value: formatDate(confirmation.confirmedOn),
            note: `By ${confirmation.confirmedBy} for ${view.organisation}`,
          },
          { term: "Until", value: formatDate(confirmation.endsOn) },
          { term: "Given for", value: `Signed copy ${confirmation.copyNumber}` },
          { term: "Reference", value: confirmation.reference },
        ]}
      />
      {others.length === 0 ? null : (
        <section className="ir-section" aria-labelledby="others">
          <h2 className="ir-h2" id="others">
            Your other confirmations
          </h2>
          <ConfirmationHistory confirmations={others} pdfPath={(id) => `${path(id)}/pdf`} />
        </section>
      )}
    </Page>
  );
}

function titleOf({ confirmation: { standing, endsOn } }: SchoolConfirmationView): string {
  const day = formatDate(endsOn);
  switch (standing) {
    case "confirmed":
      return `Confirmed until ${day}`;
    case "lapsed":
      return `The confirmation ran out on ${day}`;
    case "superseded":
      return `Renewed: this one ran until ${day}`;
    case "withdrawn":
      return "The confirmation was withdrawn";
  }
}

function Renewing({ view }: { view: SchoolConfirmationView }) {
  const { renewal, mayRenew, urn } = view;
  switch (renewal.state) {
    case "offered":
      return (
        <Panel kind="carry-on">
          <h2 className="ir-h2">Renew it</h2>
          <p>
            The next self-review begins empty, and what you wrote last time stands beside each
            point. Renewed in time, no day is lost.
          </p>
          {mayRenew ? (
            <Form method="post">
              <Button>Renew</Button>
            </Form>
          ) : (
            <p>The headteacher or the coordinator renews.</p>
          )}
        </Panel>
      );
    case "begun":
      return renewal.responseId === null ? null : (
        <Panel kind="carry-on">
          <h2 className="ir-h2">The next one is begun</h2>
          <p>When its points are met and it is signed, {view.organisation} can confirm it.</p>
          <ButtonLink to={reviewPath({ urn, id: renewal.responseId })}>Open it</ButtonLink>
        </Panel>
      );
    case "not-due":
      return view.confirmation.standing === "confirmed" ? (
        <p className="ir-body">Renewing is offered from {formatDate(renewal.opensOn)}.</p>
      ) : null;
    case "round-closed":
      return <p className="ir-body">The round has closed, so it is not renewed here.</p>;
  }
}
