import { Form } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { SessionView } from "~/services/account/sessions.server";
import { Button } from "../button";

/** Where a person is signed in, with a way out of each and of all. */
export function SessionList({ sessions }: { sessions: readonly SessionView[] }) {
  return (
    <section className="ir-section" aria-labelledby="sessions">
      <h2 className="ir-h2" id="sessions">
        Where you are signed in
      </h2>
      <ul className="ir-list">
        {sessions.map((session) => (
          <SessionRow session={session} key={session.id} />
        ))}
      </ul>
      <Form method="post" action="/account/sessions" className="ir-section">
        <Button secondary>Sign out everywhere, here too</Button>
      </Form>
    </section>
  );
}

function SessionRow({ session }: { session: SessionView }) {
  const { id, isThis, startedAt, lastUsedAt } = session;
  const device = session.device ?? "A browser we do not know";
  return (
    <li className="ir-list-row">
      <div className="ir-list-main">
        <p className="ir-list-title">{isThis ? `${device}, this one` : device}</p>
        <p className="ir-list-note">
          Signed in {formatDateTime(startedAt)}. Last used{" "}
          {isThis ? "now" : formatDateTime(lastUsedAt)}.
        </p>
      </div>
      {isThis ? null : (
        <Form method="post" action="/account/sessions" className="ir-list-state">
          <input type="hidden" name="session" value={id} />
          <Button secondary>
            Sign out
            <span className="govuk-visually-hidden">
              {" "}
              {device}, signed in {formatDateTime(startedAt)}
            </span>
          </Button>
        </Form>
      )}
    </li>
  );
}
