import { Form, Link } from "@remix-run/react";
import { formatDate, londonDate } from "~/domain/calendar/format";
import type { BringOffer, BringView } from "~/services/answering/bring-views";
import { reviewPath } from "../answering/review-path";
import { Button } from "../button";
import { Page } from "../page";

/** What the school signed last, to bring into a self-review before it is answered anew. */
export function BringPage({ view: { response, offer } }: { view: BringView }) {
  return (
    <Page
      template="thing"
      title="Bring your signed answers"
      caption={response.title}
      back={{ to: reviewPath(response), label: response.title }}
    >
      {offer === null ? (
        <p>
          There is nothing to bring: no earlier signed copy of this questionnaire has an answer that
          is not here already.
        </p>
      ) : (
        <Offered offer={offer} home={reviewPath(response)} />
      )}
    </Page>
  );
}

function Offered({ offer, home }: { offer: BringOffer; home: string }) {
  const { from, count, asked } = offer;
  return (
    <Form method="post">
      <p>
        You signed {from.title} on {formatDate(londonDate(from.signedAt))}. Its answers can come
        here, with their words.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          {count === 1
            ? "1 statement comes with its answer."
            : `${count} statements come with their answers.`}
        </li>
        <li>
          Each answer waits for you to read it again. Nothing counts as done until somebody confirms
          it.
        </li>
        <li>What is answered here already stays as it is.</li>
        {asked > 0 ? (
          <li>
            {asked === 1 ? "1 answer does" : `${asked} answers do`} not come: the question is asked
            again, or asked no longer. The signed copy keeps it.
          </li>
        ) : null}
        <li>Numbers, names and dates are asked anew.</li>
      </ul>
      <div className="ir-actions">
        <Button name="intent" value="bring">
          Bring the answers
        </Button>
        <Link to={home}>Start without them</Link>
      </div>
    </Form>
  );
}
