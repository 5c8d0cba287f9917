import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { WaitingInvitationView } from "~/services/people/views";
import { Button } from "../button";

/** Invitations nobody has accepted, each with a way to send it again or take it back. */
export function InvitationRows({ invitations }: { invitations: readonly WaitingInvitationView[] }) {
  if (invitations.length === 0)
    return <p className="ir-hint">No invitation waits for an answer.</p>;
  return (
    <ul className="ir-list">
      {invitations.map((one) => (
        <li className="ir-list-row" key={one.id}>
          <div className="ir-list-main">
            <p className="ir-list-title">{one.name}</p>
            <p className="ir-list-note">{one.email}</p>
            <p className="ir-list-note">{standingLine(one)}</p>
          </div>
          <Form method="post" className="ir-list-state ir-actions">
            <input type="hidden" name="invitation" value={one.id} />
            {one.maySendAgain ? (
              <Button secondary name="intent" value="send-again">
                Send again<span className="govuk-visually-hidden"> to {one.name}</span>
              </Button>
            ) : null}
            <Button secondary name="intent" value="withdraw">
              Withdraw<span className="govuk-visually-hidden"> the invitation of {one.name}</span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

function standingLine({
  words,
  placeName,
  sentAt,
  expiresAt,
  expired,
  byName,
}: WaitingInvitationView) {
  const role = words.charAt(0).toUpperCase() + words.slice(1);
  const at = placeName === null ? "" : ` at ${placeName}`;
  const by = byName === null ? "" : ` by ${byName}`;
  const end = expired
    ? `The link ended on ${formatDate(expiresAt)}: send it again`
    : `The link works until ${formatDate(expiresAt)}`;
  return `${role}${at}. Sent${by} on ${formatDate(sentAt)}. ${end}`;
}
