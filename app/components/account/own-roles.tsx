import { Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { AccountView } from "~/services/account/view-account.server";
import { roleLine } from "../people/role-line";

type Role = AccountView["roles"][number];

/** Where a person has roles, from when to when, and whom to ask where one is not right. */
export function OwnRoles({ roles }: { roles: readonly Role[] }) {
  return (
    <section className="ir-section" aria-labelledby="roles">
      <h2 className="ir-h2" id="roles">
        Your roles
      </h2>
      {roles.length === 0 ? (
        <p className="ir-body">
          You have no role at the moment. Ask your headteacher, or whoever invited you.
        </p>
      ) : (
        <ul className="ir-list">
          {roles.map((role) => (
            <OwnRole role={role} key={role.id} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OwnRole({ role }: { role: Role }) {
  const { place, from, coming } = role;
  return (
    <li className="ir-list-row">
      <div className="ir-list-main">
        <p className="ir-list-title">
          {coming ? place.name : <Link to={place.path}>{place.name}</Link>}
        </p>
        <p className="ir-list-note">
          {roleLine(role)}
          {coming ? "." : `, since ${formatDate(from)}.`} <Ask role={role} />
        </p>
      </div>
    </li>
  );
}

/** Nobody changes their own role, so it says who can. */
function Ask({ role: { ask } }: { role: Role }) {
  if (ask.length === 0) return null;
  return (
    <>
      To change it, ask{" "}
      {ask.map(({ name, email }, index) => (
        <span key={name}>
          {index === 0 ? "" : " or "}
          {name}
          {email === null ? "" : ", "}
          {email === null ? null : <a href={`mailto:${email}`}>{email}</a>}
        </span>
      ))}
      .
    </>
  );
}
