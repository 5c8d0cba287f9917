import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Announcer } from "./announcer";
import { Footer } from "./footer";
import { Header } from "./header";
import { OrganisationNav } from "./organisation-nav";
import type { ActorSummary, Frame } from "./page-handle";
import { VisitNav } from "../visits/visit-nav";
import { SchoolNav } from "./school-nav";
import { SessionWarning, type SessionEnd } from "./session-warning";

type ShellProps = {
  demonstration: boolean;
  /** Mails can be read here instead of being sent. */
  keepsMails: boolean;
  actor: ActorSummary | null;
  /** Null where nobody is signed in. */
  sessionEnd: SessionEnd | null;
  frame: Frame;
  children: ReactNode;
};

/** The frame of every page: skip link, demonstration band, header, navigation, main, footer. */
export function Shell(props: ShellProps) {
  const { demonstration, keepsMails, actor, sessionEnd, frame, children } = props;
  const role = frame.visit?.role ?? frame.school?.role ?? null;
  const person = actor && role ? { ...actor, role } : actor;
  const hasMenu = frame.school !== null || frame.organisation !== undefined || frame.visit;
  return (
    <Announcer>
      <div className={classNames("ir-page", frame.wide && "ir-wide")}>
        <a href="#main" className="govuk-skip-link">
          Skip to main content
        </a>
        {demonstration ? <DemonstrationBand keepsMails={keepsMails} /> : null}
        <Header actor={person} hasMenu={Boolean(hasMenu)} />
        {frame.school ? <SchoolNav school={frame.school} current={frame.nav} /> : null}
        {frame.organisation ? (
          <OrganisationNav organisation={frame.organisation} current={frame.organisationNav} />
        ) : null}
        {frame.visit ? <VisitNav visit={frame.visit} current={frame.visitNav} /> : null}
        {sessionEnd ? <SessionWarning end={sessionEnd} /> : null}
        <main id="main" className="ir-main" tabIndex={-1}>
          <div className="ir-container">{children}</div>
        </main>
        <Footer />
      </div>
    </Announcer>
  );
}

const DemonstrationBand = ({ keepsMails }: Pick<ShellProps, "keepsMails">) => (
  <div className="ir-demo-band" role="region" aria-label="Demonstration">
    <div className="ir-container">
      Demonstration data. The schools are real; the people, answers and figures are invented.
      {keepsMails ? (
        <>
          {" "}
          <Link to="/dev/mails">Read the mails it would send</Link>
        </>
      ) : null}
    </div>
  </div>
);
