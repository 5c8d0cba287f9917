import { Form } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import { Button } from "../button";
import { Page } from "../page";
import { BouncedMails, ParkedMails, type BouncedMail, type ParkedMail } from "./mail-troubles";

type ParkedJob = {
  id: string;
  about: { reference: string; schoolName: string } | null;
  tries: number;
  problem: string;
  since: Date;
};

type ParkedWork = {
  jobs: ParkedJob[];
  mails: { bounced: BouncedMail[]; parked: ParkedMail[] };
};

/** Work that did not succeed by itself, each with a way to try it again. */
export function ParkedWorkPage({ view: { jobs, mails } }: { view: ParkedWork }) {
  const { bounced, parked } = mails;
  const isEmpty = jobs.length + bounced.length + parked.length === 0;
  return (
    <Page title="Work to look at" lede="What did not succeed by itself, and what to do about it.">
      {isEmpty ? (
        <p className="ir-body">Nothing waits here. Every PDF is made, and every mail has left.</p>
      ) : null}
      {jobs.length > 0 ? <ParkedDocuments jobs={jobs} /> : null}
      {bounced.length > 0 ? <BouncedMails mails={bounced} /> : null}
      {parked.length > 0 ? <ParkedMails mails={parked} /> : null}
    </Page>
  );
}

function ParkedDocuments({ jobs }: { jobs: ParkedJob[] }) {
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Signed PDFs that could not be made</h2>
      <p className="ir-body">We tried several times. The signatures are safe.</p>
      <ul className="ir-list">
        {jobs.map((job) => (
          <li className="ir-list-row" key={job.id}>
            <div className="ir-list-main">
              <p className="ir-list-title">{titleOf(job)}</p>
              <p className="ir-list-note">
                Asked for {formatDateTime(job.since)}, tried {job.tries} times. {job.problem}
              </p>
            </div>
            <Form method="post" className="ir-list-state">
              <input type="hidden" name="job" value={job.id} />
              <Button secondary>
                Try again
                <span className="govuk-visually-hidden">: {titleOf(job)}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

const titleOf = ({ about }: ParkedJob): string =>
  about === null ? "A signed PDF" : `${about.schoolName}, ${about.reference}`;
