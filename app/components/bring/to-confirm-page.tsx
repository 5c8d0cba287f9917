import { Form, Link } from "@remix-run/react";
import { formatDate, londonDate } from "~/domain/calendar/format";
import type { ToConfirmSection, ToConfirmView } from "~/services/answering/bring-views";
import { reviewPath, sectionPath } from "../answering/review-path";
import { Button } from "../button";
import { Notice } from "../panels/notice";
import { Page } from "../page";
import { ToConfirmRow } from "./to-confirm-row";

/** Name of the hidden fields that say what was read: "C2 3", the key and its save. */
export const READ = "read";

type ToConfirmPageProps = { view: ToConfirmView; changed: readonly string[] };

/** Every answer that waits to be read again, confirmed a section at a time. */
export function ToConfirmPage({ view, changed }: ToConfirmPageProps) {
  const { response, from, sections } = view;
  const mayConfirm = response.editable.ok;
  return (
    <Page
      template="thing"
      title="Read these again"
      caption={response.title}
      back={{ to: reviewPath(response), label: response.title }}
      above={changed.length > 0 ? <Changed keys={changed} /> : null}
      lede={
        sections.length === 0
          ? "Nothing is waiting to be confirmed."
          : "These answers were brought from an earlier self-review, or somebody marked them. They do not count until you have read them again."
      }
    >
      {from === null || sections.length === 0 ? null : (
        <p>
          What you signed last for this questionnaire:{" "}
          <Link
            to={`${reviewPath({ urn: response.urn, id: from.responseId })}/signed/${from.number}/read`}
          >
            {from.title}, signed on {formatDate(londonDate(from.signedAt))}
          </Link>
          , with who signed it.
        </p>
      )}
      {sections.map((section) => (
        <SectionToConfirm
          key={section.key}
          section={section}
          mayConfirm={mayConfirm}
          at={placeOf(response, section.key)}
        />
      ))}
    </Page>
  );
}

/** Numbers and names stand on the self-review's own page. */
const placeOf = ({ urn, id }: { urn: string; id: string }, section: string | null) =>
  section === null ? reviewPath({ urn, id }) : sectionPath({ urn, id, section });

function Changed({ keys }: { keys: readonly string[] }) {
  const words = keys
    .map((key) => key.replace(/^section:(.+)$/, "the summing-up of $1"))
    .map((key) => key.replace(/^field:.+$/, "a number or a name"))
    .join(", ");
  return (
    <Notice>
      Somebody changed {words} while you were reading. It is shown below as it stands now.
    </Notice>
  );
}

type SectionProps = { section: ToConfirmSection; mayConfirm: boolean; at: string };

function SectionToConfirm({ section, mayConfirm, at }: SectionProps) {
  const heading = `confirm-${section.key ?? "numbers"}`;
  const name = section.key ?? "the numbers and names";
  return (
    <section className="ir-section" aria-labelledby={heading}>
      <h2 className="ir-h2" id={heading}>
        {section.key === null ? section.title : `${section.key}. ${section.title}`}
      </h2>
      {section.answers.map((answer) => (
        <ToConfirmRow key={answer.key} answer={answer} at={at} />
      ))}
      {mayConfirm ? (
        <Form method="post">
          {section.answers.map(({ key, revision }) => (
            <input key={key} type="hidden" name={READ} value={`${key} ${revision}`} />
          ))}
          <div className="ir-actions">
            <Button>
              I have read {name} again
              <span className="govuk-visually-hidden">: confirm its answers</span>
            </Button>
            <Link to={at}>Change answers of {name}</Link>
          </div>
        </Form>
      ) : null}
    </section>
  );
}
