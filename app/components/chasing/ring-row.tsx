import { ButtonLink } from "../button";
import { Link } from "@remix-run/react";
import type { RingView } from "~/services/chasing/view-monday.server";
import { callPath } from "./chasing-paths";
import { PhoneLink } from "./phone-link";

type RingRowProps = { organisationKey: string; ring: RingView };

/** One school to ring: number, person, why, last contact. */
export function RingRow({ organisationKey, ring }: RingRowProps) {
  const { urn, name, district, phase, telephone, person, why, lastContact, coveredFor } = ring;
  const to = callPath(organisationKey, urn);
  return (
    <li className="ir-ring-row">
      <div>
        <h2 className="ir-ring-name">
          <Link to={to}>{name}</Link>
        </h2>
        <p className="ir-ring-note">
          {[district, phase].filter(Boolean).join(" · ")}
          {coveredFor === null ? null : <>, covered for {coveredFor}</>}
        </p>
      </div>
      <div>
        <PhoneLink telephone={telephone} />
        <p className="ir-ring-note">
          {person === null ? "School office" : `${person.name}, ${person.role}`}
        </p>
      </div>
      <div>
        {why.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <p className="ir-ring-note">Last contact: {lastContact ?? "Never"}</p>
      </div>
      <div className="ir-ring-act">
        <ButtonLink to={to} secondary>
          Note a call<span className="govuk-visually-hidden"> with {name}</span>
        </ButtonLink>
      </div>
    </li>
  );
}
