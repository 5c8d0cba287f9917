import { Link } from "@remix-run/react";
import type { PersonOfPlaceView } from "~/services/people/views";
import { roleLine } from "./role-line";

type PersonRowsProps = {
  people: readonly PersonOfPlaceView[];
  /** Where a role is changed; without it nothing can be. */
  changePath?: (grantId: string) => string;
  removePath?: (userId: string) => string;
};

/** People with their roles, each role with what the reader may do to it. */
export function PersonRows({ people, changePath, removePath }: PersonRowsProps) {
  return (
    <ul className="ir-list">
      {people.map((person) => (
        <li className="ir-list-row" key={person.userId}>
          <div className="ir-list-main">
            <p className="ir-list-title">{person.isYou ? `${person.name} (you)` : person.name}</p>
            {person.email === null ? null : <p className="ir-list-note">{person.email}</p>}
            {person.roles.map((role) => (
              <p className="ir-list-note" key={role.grantId}>
                {roleLine(role)}{" "}
                {changePath !== undefined && role.mayChange ? (
                  <Link to={changePath(role.grantId)}>
                    Change
                    <span className="govuk-visually-hidden">
                      {" "}
                      the role {role.words} of {person.name}
                    </span>
                  </Link>
                ) : null}
              </p>
            ))}
          </div>
          <PersonActs person={person} removePath={removePath} />
        </li>
      ))}
    </ul>
  );
}

type PersonActsProps = { person: PersonOfPlaceView; removePath: PersonRowsProps["removePath"] };

function PersonActs({ person, removePath }: PersonActsProps) {
  const { userId, name, mayHelp, mayRemove } = person;
  const remove = mayRemove ? removePath?.(userId) : undefined;
  if (!mayHelp && remove === undefined) return null;
  return (
    <div className="ir-list-state">
      {mayHelp ? (
        <p className="ir-list-note">
          <Link to={`/people/${userId}/second-factor`}>
            Help them get back in<span className="govuk-visually-hidden">: {name}</span>
          </Link>
        </p>
      ) : null}
      {remove === undefined ? null : (
        <Link to={remove}>
          Remove<span className="govuk-visually-hidden"> {name}</span>
        </Link>
      )}
    </div>
  );
}
