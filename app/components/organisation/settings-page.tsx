import { Link } from "@remix-run/react";
import { RING_AT_MOST } from "~/domain/chasing/monday-list";
import type { LogoView } from "~/services/organisation/logo-view";
import type { SettingsView } from "~/services/organisation/settings.server";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { changeAt, SummarySection, type SummaryRow } from "../summary-table";
import { Logo } from "./logo";
import { GROUP_TITLES, SETTING_LABELS } from "./setting-words";

type SettingsPageProps = { view: SettingsView; logo: LogoView | null; kept: boolean };

/** Everything that is set for an organisation, each part with the way to change it. */
export function SettingsPage({ view, logo, kept }: SettingsPageProps) {
  const base = `/organisations/${view.organisation.key}/settings`;
  return (
    <Page
      title="Settings"
      caption={view.organisation.name}
      template="thing"
      above={kept ? <Notice>The settings are kept.</Notice> : null}
      lede="What schools see of you, and what new rounds begin with. Signed copies and open rounds keep what they have."
    >
      <SummarySection id="contact" title={GROUP_TITLES.contact} rows={contactRows(view, base)} />
      <SummarySection id="logo" title="Logo" rows={[logoRow(logo, base)]} />
      <SummarySection
        id="declarations"
        title={GROUP_TITLES.declarations}
        rows={declarationRows(view, base)}
      />
      <SummarySection id="figures" title={GROUP_TITLES.figures} rows={figureRows(view, base)} />
      <SummarySection id="chasing" title={GROUP_TITLES.chasing} rows={[ringRow(view, base)]} />
      <p className="ir-body">
        <Link to={`${base}/terms`}>Terms and school holidays</Link>
      </p>
      <p className="ir-body">
        <Link to={`/organisations/${view.organisation.key}/retention`}>
          How long things are kept, and people who ask for their data
        </Link>
      </p>
    </Page>
  );
}

function contactRows({ settings }: SettingsView, base: string): SummaryRow[] {
  const { name, shortName, contactName, contactEmail, telephone, contactOnSignIn } = settings;
  return [
    {
      term: SETTING_LABELS.name,
      value: name,
      change: changeAt(`${base}/contact`, "name and contact"),
    },
    { term: SETTING_LABELS.shortName, value: shortName, note: `As in “${shortName} expectation”.` },
    {
      term: "Contact",
      value: contactName,
      note: [contactEmail, ...(telephone === null ? [] : [telephone])].join(", "),
    },
    { term: SETTING_LABELS.contactOnSignIn, value: contactOnSignIn ? "Yes" : "No" },
  ];
}

function logoRow(logo: LogoView | null, base: string): SummaryRow {
  return {
    term: "Picture",
    value: logo === null ? "None" : <Logo logo={logo} />,
    ...(logo === null ? {} : { note: `Read aloud as “${logo.alt}”.` }),
    change: { to: `${base}/logo`, label: logo === null ? "Add" : "Change", about: "the logo" },
  };
}

function declarationRows({ settings, declarations }: SettingsView, base: string): SummaryRow[] {
  const note = (own: string | null) =>
    own === null ? { note: "The words of the service." } : { note: "Your own words." };
  return [
    {
      term: "Headteacher",
      value: <span className="ir-summary-text">{declarations.head}</span>,
      ...note(settings.headDeclaration),
      change: changeAt(`${base}/declarations`, "the declarations"),
    },
    {
      term: "Governor",
      value: <span className="ir-summary-text">{declarations.governor}</span>,
      ...note(settings.governorDeclaration),
    },
  ];
}

function figureRows({ settings }: SettingsView, base: string): SummaryRow[] {
  const { trainingThreshold: share, trainingGate, replyDays } = settings;
  return [
    {
      term: "Staff trained",
      value: share === null ? "No figure" : `${share} in 100`,
      ...(share === null
        ? {}
        : {
            note: trainingGate ? "Below it, nobody can sign." : "Shown only, nothing waits for it.",
          }),
      change: changeAt(`${base}/figures`, "the figures"),
    },
    {
      term: SETTING_LABELS.replyDays,
      value: replyDays === null ? "Nothing is promised" : String(replyDays),
    },
  ];
}

const ringRow = ({ settings }: SettingsView, base: string): SummaryRow => ({
  term: SETTING_LABELS.ringAtMost,
  value: String(settings.ringAtMost ?? RING_AT_MOST),
  ...(settings.ringAtMost === null ? { note: "The number of the service." } : {}),
  change: changeAt(`${base}/chasing`, "how many schools to ring"),
});
