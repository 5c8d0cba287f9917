import { Form } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import { Button } from "../button";
import { Page } from "../page";

type ParkedJob = {
  id: string;
  about: { reference: string; schoolName: string } | null;
  tries: number;
  problem: string;
  since: Date;
};

/** Work that did not succeed by itself, each with a way to try it again. */
export function ParkedWorkPage({ view: { jobs } }: { view: { jobs: ParkedJob[] } }) {
  return (
    <Page
      title="Work to look at"
      lede="Signed PDFs that could not be made after several tries. The signatures are safe."
    >
      {jobs.length === 0 ? <p className="ir-body">Nothing waits here. Every PDF is made.</p> : null}
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
    </Page>
  );
}

const titleOf = ({ about }: ParkedJob): string =>
  about === null ? "A signed PDF" : `${about.schoolName}, ${about.reference}`;
