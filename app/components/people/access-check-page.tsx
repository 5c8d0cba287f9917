import { Form, Link } from "@remix-run/react";
import type { AccessCheckView } from "~/services/people/access-check.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { roleLine } from "./role-line";

type AccessCheckPageProps = { view: AccessCheckView; problem: string | null };

/** Everyone's roles, all ticked: one press says that they are right. */
export function AccessCheckPage({ view, problem }: AccessCheckPageProps) {
  const { school, due, people } = view;
  const team = `/schools/${school.urn}/team`;
  const errors = problem === null ? [] : [{ fieldId: "people", text: problem }];
  return (
    <Page
      template="thing"
      title="Who has access"
      caption={school.name}
      back={{ to: team, label: "Your team" }}
      above={<ErrorSummary errors={errors} />}
      lede={
        due === null
          ? "No check is due. You can look through the roles at any time."
          : `The check for ${due} is due. Untick whoever should not have access any more.`
      }
    >
      <Form method="post">
        <ul className="ir-list" id="people" tabIndex={-1}>
          {people.map((person) => (
            <li className="ir-list-row" key={person.userId}>
              <div className="ir-list-main">
                <p className="ir-list-title">
                  {person.isYou ? `${person.name} (you)` : person.name}
                </p>
                <p className="ir-list-note">{person.email}</p>
                {person.roles.map((role) =>
                  role.mayChange ? (
                    <RoleBox
                      key={role.grantId}
                      id={role.grantId}
                      label={roleLine(role)}
                      name={person.name}
                    />
                  ) : (
                    <p className="ir-list-note" key={role.grantId}>
                      {roleLine(role)}
                    </p>
                  ),
                )}
              </div>
            </li>
          ))}
        </ul>
        <div className="ir-actions">
          <Button>These are right</Button>
          <Link to={team}>Not now</Link>
        </div>
        <p className="ir-hint">
          A role that you untick ends now, and its holder is signed out. Sections they looked after
          come to you.
        </p>
      </Form>
    </Page>
  );
}

type RoleBoxProps = { id: string; label: string; name: string };

function RoleBox({ id, label, name }: RoleBoxProps) {
  return (
    <div className="ir-pick">
      <input type="hidden" name="shown" value={id} />
      <input
        type="checkbox"
        className="ir-checkbox-input"
        id={`kept-${id}`}
        name="kept"
        value={id}
        defaultChecked
      />
      <div className="ir-pick-words">
        <label htmlFor={`kept-${id}`}>
          {label}
          <span className="govuk-visually-hidden">, {name}</span>
        </label>
      </div>
    </div>
  );
}
