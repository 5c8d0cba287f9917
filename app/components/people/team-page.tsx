import { Link } from "@remix-run/react";
import type { TeamView } from "~/services/people/views";
import { ButtonLink } from "../button";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { InvitationRows } from "./invitation-rows";
import { PersonRows } from "./person-rows";

type TeamPageProps = { view: TeamView; told: string | null };

/** Who works on a school's self-reviews; for those who manage, also who is asked. */
export function TeamPage({ view, told }: TeamPageProps) {
  const { school, people, invitations, mayManage, hasHead, mayInviteHead } = view;
  const base = `/schools/${school.urn}/team`;
  return (
    <Page
      template="thing"
      title="Your team"
      caption={school.name}
      above={told === null ? null : <Notice>{told}</Notice>}
    >
      {mayInviteHead && !hasHead ? (
        <Panel kind="caution" id="no-head" title="Your school has no headteacher here yet">
          <p>
            You manage, and only a headteacher signs.{" "}
            <Link to={`${base}/invite`}>Invite your headteacher</Link>
          </p>
        </Panel>
      ) : null}
      {mayManage ? (
        <p>
          <ButtonLink to={`${base}/invite`}>Invite someone</ButtonLink>
        </p>
      ) : null}
      <PersonRows
        people={people}
        {...(mayManage
          ? {
              changePath: (grantId: string) => `${base}/roles/${grantId}`,
              removePath: (userId: string) => `${base}/remove/${userId}`,
            }
          : {})}
      />
      {mayManage ? (
        <section className="ir-section" aria-labelledby="asked">
          <h2 className="ir-h2" id="asked">
            Invited, not here yet
          </h2>
          <InvitationRows invitations={invitations} />
        </section>
      ) : null}
      <TeamLinks view={view} />
    </Page>
  );
}

function TeamLinks({ view }: { view: TeamView }) {
  const { school, mayManage, mayViewFirstDay, mayChooseRetention } = view;
  const base = `/schools/${school.urn}`;
  return (
    <ul className="ir-list">
      {mayManage ? (
        <li className="ir-list-row">
          <Link to={`${base}/access`}>Check who has access</Link>
        </li>
      ) : null}
      {mayViewFirstDay ? (
        <li className="ir-list-row">
          <Link to={`${base}/first-day`}>New here? What was said, promised and is due</Link>
        </li>
      ) : null}
      {mayChooseRetention ? (
        <li className="ir-list-row">
          <Link to={`${base}/retention`}>How long your own self-reviews are kept</Link>
        </li>
      ) : null}
    </ul>
  );
}
