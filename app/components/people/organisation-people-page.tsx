import { Link } from "@remix-run/react";
import type { OrganisationPeopleView } from "~/services/people/organisation-people.server";
import { ButtonLink } from "../button";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { InvitationRows } from "./invitation-rows";
import { PersonRows } from "./person-rows";

type Props = { view: OrganisationPeopleView; told: string | null };

/** Who works for an organisation, and whom it has asked. */
export function OrganisationPeoplePage({
  view: { organisation, people, invitations },
  told,
}: Props) {
  const base = `/organisations/${organisation.key}/people`;
  return (
    <Page
      title="People"
      caption={organisation.name}
      above={told === null ? null : <Notice>{told}</Notice>}
    >
      <p className="ir-actions">
        <ButtonLink to={`${base}/invite`}>Invite someone</ButtonLink>
        <Link to={`${base}/import`}>Invite many from a spreadsheet</Link>
      </p>
      <PersonRows people={people} changePath={(grantId) => `${base}/${grantId}`} />
      <section className="ir-section" aria-labelledby="asked">
        <h2 className="ir-h2" id="asked">
          Invited, not here yet
        </h2>
        <InvitationRows invitations={invitations} />
      </section>
    </Page>
  );
}
