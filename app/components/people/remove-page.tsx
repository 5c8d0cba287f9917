import { Form, Link } from "@remix-run/react";
import type { RemoveView } from "~/services/people/remove-colleague.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Select } from "../form/select";
import { Page } from "../page";
import { Panel } from "../panels/panel";

type RemovePageProps = { view: RemoveView; sent: { successor: string; problem: string } | null };

/** Somebody leaves: what happens, who takes their sections over, then one press. */
export function RemovePage({ view, sent }: RemovePageProps) {
  const { school, person, roles, sections, invitations, colleagues, isLastHead } = view;
  const team = `/schools/${school.urn}/team`;
  const errors = sent === null ? [] : [{ fieldId: "successor", text: sent.problem }];
  return (
    <Page
      template="thing"
      title={`Remove ${person.name} from the team`}
      caption={school.name}
      back={{ to: team, label: "Your team" }}
      above={<ErrorSummary errors={errors} />}
      lede={`${person.isYou ? "Your role" : "Their role"} here: ${roles.join(" and ")}.`}
    >
      {isLastHead ? (
        <Panel kind="caution" id="successor" title="Someone has to follow first">
          <p>
            A school cannot be without a headteacher.{" "}
            <Link to={`${team}/invite`}>Invite the next headteacher</Link>, and come back once they
            have accepted.
          </p>
        </Panel>
      ) : (
        <Form method="post" noValidate>
          <ul className="ir-body">
            <li>{person.isYou ? "You lose" : "They lose"} access at once, in every browser.</li>
            <li>What was written and signed keeps the name.</li>
            {invitations > 0 ? <li>{invitationsLine(invitations)}</li> : null}
          </ul>
          {sections > 0 ? (
            <Select
              id="successor"
              name="successor"
              label={`Who takes over ${sections === 1 ? "1 section" : `${sections} sections`}?`}
              choices={[{ value: "", label: "Choose a colleague" }, ...colleagues]}
              defaultValue={sent?.successor ?? ""}
              error={sent?.problem}
            />
          ) : null}
          <div className="ir-actions">
            <Button>Remove {person.name}</Button>
            <Link to={team}>Leave it as it is</Link>
          </div>
        </Form>
      )}
    </Page>
  );
}

const invitationsLine = (count: number): string =>
  count === 1
    ? "One invitation they sent, not accepted yet, is withdrawn."
    : `${count} invitations they sent, not accepted yet, are withdrawn.`;
