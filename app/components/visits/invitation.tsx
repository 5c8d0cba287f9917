import { Form } from "@remix-run/react";
import type { VisitView } from "~/services/visits/views";
import { Button } from "../button";
import { Checkbox } from "../form/checkbox";
import { InvitationFacts } from "./invitation-facts";

type InvitationProps = { visit: VisitView; error: string | undefined };

/** The invitation: what it is about on one screen of a phone, then yes or not this time. */
export function Invitation({ visit, error }: InvitationProps) {
  const { may } = visit;
  if (may.answerAsReviewer) return <ReviewerInvitation visit={visit} error={error} />;
  if (may.acceptAsHost) return <HostInvitation visit={visit} />;
  return null;
}

function ReviewerInvitation({ visit, error }: InvitationProps) {
  return (
    <section className="ir-invitation" aria-label="Invitation">
      <InvitationFacts visit={visit} />
      <p className="ir-invitation-rule">{visit.ownership}</p>
      <Form method="post" noValidate>
        <Checkbox
          id="noTies"
          name="noTies"
          value="yes"
          label="Nothing ties me to this school, no family, work or governing"
          error={error}
        />
        <div className="ir-actions">
          <Button name="intent" value="accept-as-reviewer">
            Accept
          </Button>
          <Button name="intent" value="decline" secondary>
            Not this time
          </Button>
        </div>
      </Form>
      <TieForm />
    </section>
  );
}

/** Who has a tie says so once, and is not asked for this school again. */
const TieForm = () => (
  <Form method="post" className="ir-invitation-tie">
    <input type="hidden" name="tie" value="yes" />
    <button type="submit" name="intent" value="decline" className="ir-link-button">
      I have a tie to this school: do not ask me again
    </button>
  </Form>
);

function HostInvitation({ visit }: { visit: VisitView }) {
  return (
    <section className="ir-invitation" aria-label="Invitation">
      <InvitationFacts visit={visit} />
      <p className="ir-invitation-rule">{visit.ownership}</p>
      <Form method="post">
        <div className="ir-actions">
          <Button name="intent" value="accept-as-host">
            Accept
          </Button>
          {visit.may.askForAnother ? (
            <Button name="intent" value="ask-for-another" secondary>
              Ask for another pair
            </Button>
          ) : null}
        </div>
        <p className="ir-hint">
          {visit.may.askForAnother
            ? "You may ask for another pair once, without a reason."
            : "You have asked for another pair already. Questions go to the address below."}
        </p>
      </Form>
    </section>
  );
}
