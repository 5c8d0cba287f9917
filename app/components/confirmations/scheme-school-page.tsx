import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { schemePath } from "~/forms/confirmations";
import type { SchemeSchoolPageView } from "~/services/confirmations/view-school.server";
import { ButtonLink, Button } from "../button";
import { Details } from "../details";
import { ErrorSummary } from "../form/error-summary";
import { TextArea } from "../form/text-area";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { SummaryTable } from "../summary-table";
import { stateWords } from "../tag";
import { ConfirmationHistory } from "./confirmation-history";
import { WHY_NOT } from "./scheme-words";

type SchemeSchoolPageProps = {
  view: SchemeSchoolPageView;
  /** A withdrawal that was not done. */
  sent: { reason: string; error: string } | null;
  withdrawn: boolean;
};

/** One school of a scheme, for its organisation: points, lead, periods, confirmations. */
export function SchemeSchoolPage({ view, sent, withdrawn }: SchemeSchoolPageProps) {
  const { organisation, round, urn } = view;
  const place = { key: organisation.key, roundId: round.id };
  const here = `${schemePath(place)}/${urn}`;
  const errors = sent === null ? [] : [{ fieldId: "reason", text: sent.error }];
  return (
    <Page
      template="reading"
      title={view.name}
      caption={`${round.title}, ${[view.authority, view.district].filter(Boolean).join(", ")}`}
      back={{ to: schemePath(place), label: "Confirm schools" }}
      above={
        <>
          <ErrorSummary errors={errors} />
          {withdrawn ? (
            <Notice>The confirmation is withdrawn. The school has been told why.</Notice>
          ) : null}
        </>
      }
      side={<WhoCanSeeThis sentences={view.seenBy} />}
    >
      <Standing view={view} here={here} />
      <section className="ir-section" aria-labelledby="confirmations">
        <h2 className="ir-h2" id="confirmations">
          Confirmations
        </h2>
        {view.confirmations.length === 0 ? <p className="ir-hint">None yet.</p> : null}
        <ConfirmationHistory
          confirmations={view.confirmations}
          pdfPath={(id) => `${here}/${id}/pdf`}
        />
        {view.mayWithdraw ? <Withdraw view={view} sent={sent} /> : null}
      </section>
      <section className="ir-section" aria-labelledby="periods">
        <h2 className="ir-h2" id="periods">
          Periods
        </h2>
        <ul className="ir-plain-list">
          {view.periods.map(({ period, state, signedAt }) => (
            <li key={period}>
              Period {period}: {stateWords(state).toLowerCase()}
              {signedAt === null ? "" : `, signed ${formatDate(signedAt)}`}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function Standing({ view, here }: { view: SchemeSchoolPageView; here: string }) {
  const { copy, notConfirmable, organisation } = view;
  if (copy === null) return <p className="ir-body">{WHY_NOT["not-signed"]}</p>;
  const missing = copy.missing.map(({ key, short }) =>
    key === "training" ? short : `${key} ${short}`,
  );
  return (
    <section className="ir-section">
      <SummaryTable
        rows={[
          {
            term: "Points",
            value:
              missing.length === 0 ? `All ${copy.points} met` : `Missing: ${missing.join(", ")}`,
          },
          {
            term: "Signed",
            value: (
              <Link to={`/organisations/${organisation.key}/returns/${copy.responseId}`}>
                Signed copy {copy.number}
              </Link>
            ),
            note: formatDate(copy.signedAt),
          },
          { term: "Lead", value: copy.lead.name || "Not named", note: copy.lead.email },
          {
            term: "Training lapses",
            value: copy.trainingLapses === null ? "Not said" : formatDate(copy.trainingLapses),
          },
        ]}
      />
      {notConfirmable === null ? (
        <div className="ir-actions">
          <ButtonLink to={`${here.slice(0, here.lastIndexOf("/"))}/preview?school=${view.urn}`}>
            Preview the confirmation
          </ButtonLink>
        </div>
      ) : (
        <p className="ir-hint">{WHY_NOT[notConfirmable]}</p>
      )}
    </section>
  );
}

function Withdraw({ view, sent }: Pick<SchemeSchoolPageProps, "view" | "sent">) {
  const [latest] = view.confirmations;
  return (
    <Details summary="Withdraw the confirmation" quiet={false} open={sent !== null}>
      <Form method="post" noValidate>
        <input type="hidden" name="confirmation" value={latest?.id ?? ""} />
        <TextArea
          id="reason"
          name="reason"
          label="Why it is withdrawn"
          hint="The school reads this. No names of children."
          defaultValue={sent?.reason ?? ""}
          error={sent?.error}
          limit={500}
          warnNames
        />
        <Button secondary>Withdraw it</Button>
        <p className="ir-hint">
          The certificate no longer stands from then on: whoever checks it is told so.
        </p>
      </Form>
    </Details>
  );
}
