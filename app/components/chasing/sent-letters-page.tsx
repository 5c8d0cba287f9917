import { Link } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { SentLettersView } from "~/services/chasing/view-letters.server";
import { Page } from "../page";
import { callPath, lettersPath, returnsPath } from "./chasing-paths";
import { schoolsWords } from "./count-words";
import { PhoneLink } from "./phone-link";

type SentLettersPageProps = { view: SentLettersView; batchId: string };

/** How many letters were sent, which addresses did not work, and what to do. */
export function SentLettersPage({ view, batchId }: SentLettersPageProps) {
  const { organisation, sentAt, sent, waiting, notReached } = view;
  const { key } = organisation;
  return (
    <Page
      title={titleOf(view)}
      caption={`Written ${formatDateTime(sentAt)}`}
      back={{ to: returnsPath(key), label: "Who has returned" }}
      template="thing"
    >
      {waiting === 0 ? null : (
        <p className="ir-body">
          Letters leave on weekdays from 8 to 5, outside school holidays.{" "}
          {sent === 0 ? "" : `${schoolsWords(sent)} got theirs already. `}
          <Link to={lettersPath(key, batchId)}>Look again</Link>
        </p>
      )}
      {notReached.length === 0 ? (
        <p className="ir-body">No address has come back.</p>
      ) : (
        <section className="ir-section">
          <h2 className="ir-h2">Not reached: ring the office</h2>
          <ul className="ir-list">
            {notReached.map(({ urn, name, telephone, email }) => (
              <li className="ir-list-row" key={`${urn} ${email ?? ""}`}>
                <div className="ir-list-main">
                  <p className="ir-list-title">
                    <Link to={callPath(key, urn)}>{name}</Link>
                  </p>
                  <p className="ir-list-note">
                    {email === null ? "No address is known" : `${email} came back`}
                  </p>
                </div>
                <PhoneLink telephone={telephone} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function titleOf({ sent, waiting, notReached }: SentLettersView): string {
  const start =
    waiting > 0 ? `On the way to ${schoolsWords(waiting)}` : `Sent to ${schoolsWords(sent)}`;
  if (notReached.length === 0) return start;
  const back = notReached.length === 1 ? "One address" : `${notReached.length} addresses`;
  return `${start}. ${back} did not work`;
}
