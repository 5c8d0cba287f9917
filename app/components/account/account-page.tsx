import { Link } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { AccountView } from "~/services/account/view-account.server";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { changeAt, SummarySection, type SummaryRow } from "../summary-table";
import { OwnRoles } from "./own-roles";
import { SessionList } from "./session-list";
import { weekdayWords } from "./weekday-words";

type AccountPageProps = {
  view: AccountView;
  /** What has just happened. */
  told: string | null;
  textKept: boolean;
};

/** A person's own account in a page: each fact with the way to change it. */
export function AccountPage({ view, told, textKept }: AccountPageProps) {
  return (
    <Page
      title="Your account"
      template="thing"
      above={told === null ? null : <Notice>{told}</Notice>}
    >
      {textKept ? (
        <p className="ir-body">
          <Link to="/account/kept-text">Text kept from a session that ended</Link>
        </p>
      ) : null}
      <SummarySection id="you" title="You" rows={aboutYou(view)} />
      <SummarySection id="signing-in" title="Signing in" rows={aboutSigningIn(view)} />
      <SummarySection id="mail" title="Mail" rows={aboutMail(view)} />
      <OwnRoles roles={view.roles} />
      <SessionList sessions={view.sessions} />
      <OwnData />
    </Page>
  );
}

const OwnData = () => (
  <section className="ir-section" aria-labelledby="data">
    <h2 className="ir-h2" id="data">
      Your data
    </h2>
    <ul className="ir-list">
      <li className="ir-list-row">
        <Link to="/account/my-data">Take a copy of what is held about you</Link>
      </li>
      <li className="ir-list-row">
        <Link to="/account/delete">Erase your account</Link>
      </li>
    </ul>
  </section>
);

function aboutYou({ name, email, waitingEmail }: AccountView): SummaryRow[] {
  const note =
    waitingEmail === null
      ? undefined
      : `${waitingEmail.email} waits to be confirmed, until ${formatDateTime(new Date(waitingEmail.until))}.`;
  return [
    { term: "Name", value: name, change: changeAt("/account/name", "your name") },
    {
      term: "E-mail address",
      value: email,
      ...(note === undefined ? {} : { note }),
      change: changeAt("/account/email", "your e-mail address"),
    },
  ];
}

const singleSignOn = (providers: readonly string[]): SummaryRow => ({
  term: "Single sign-on",
  value: providers.length === 0 ? "Not connected" : providers.join(", "),
  change: changeAt("/account/single-sign-on", "single sign-on"),
});

function aboutSigningIn({ hasPassword, hasAuthenticator, providers }: AccountView): SummaryRow[] {
  return [
    {
      term: "Password",
      value: hasPassword ? "Set" : "None",
      change: hasPassword
        ? changeAt("/account/password", "your password")
        : { to: "/sign-in/forgotten", label: "Set one by e-mail", about: "as your password" },
    },
    {
      term: "Authenticator app",
      value: hasAuthenticator ? "Set up" : "Not set up",
      change: {
        to: "/account/authenticator",
        label: hasAuthenticator ? "Change" : "Set up",
        about: "your authenticator app",
      },
    },
    ...(providers === null ? [] : [singleSignOn(providers)]),
  ];
}

function aboutMail({ mail }: AccountView): SummaryRow[] {
  const about = "which mails you get";
  return [
    {
      term: "Weekly mail",
      value: mail.digest ? `On ${weekdayWords(mail.digestDay)}s` : "Stopped",
      change: changeAt("/account/notifications", about),
    },
    { term: "Reminders of a deadline", value: mail.reminders ? "Yes" : "Stopped" },
    { term: "Mail about your safety", value: "Always" },
  ];
}
