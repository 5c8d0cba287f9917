import { Form, Link } from "@remix-run/react";
import {
  SETTINGS_GROUPS,
  type SettingsGroup,
  type SettingsProblem,
  type TypedSettings,
} from "~/domain/organisation/settings";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { summaryOf } from "../people/problem-at";
import { Page } from "../page";
import { ChasingFields } from "./chasing-fields";
import { ContactFields } from "./contact-fields";
import { DeclarationFields, DeclarationPreview } from "./declaration-fields";
import { FigureFields } from "./figure-fields";
import { GROUP_TITLES } from "./setting-words";
import { SettingsConflict } from "./settings-conflict";

export type ChangeSettingsPageProps = {
  group: SettingsGroup;
  organisation: { key: string; name: string };
  /** The version a change is made from. */
  version: number;
  typed: TypedSettings;
  problems: readonly SettingsProblem[];
  /** What stands now, where somebody else changed it in the meantime. */
  stands: TypedSettings | null;
  /** Words of the service, where the organisation has none. */
  service: { head: string; governor: string };
  /** Show how the declarations are printed. */
  preview: boolean;
};

const LEDES: Record<SettingsGroup, string> = {
  contact:
    "Schools read it on their account pages and under every mail. Signed copies keep the name they were signed with.",
  declarations:
    "New rounds begin with these words. Rounds that are open and copies that are signed keep theirs.",
  figures: "New rounds begin with these. Rounds that are open keep theirs.",
  chasing: "“Today” lists the schools that have waited longest, and no more than this.",
};

/** One group of settings as a form. Everything typed comes back with its problems. */
export function ChangeSettingsPage(props: ChangeSettingsPageProps) {
  const { group, organisation, version, typed, problems, stands } = props;
  const home = `/organisations/${organisation.key}/settings`;
  return (
    <Page
      title={GROUP_TITLES[group]}
      caption={organisation.name}
      template="thing"
      back={{ to: home, label: "Settings" }}
      above={<ErrorSummary errors={[...conflictLine(stands), ...summaryOf(problems)]} />}
      lede={LEDES[group]}
    >
      {stands === null ? null : (
        <div className="ir-panel-before">
          <SettingsConflict fields={SETTINGS_GROUPS[group]} stands={stands} typed={typed} />
        </div>
      )}
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <Fields {...props} />
        <Buttons {...props} home={home} />
      </Form>
    </Page>
  );
}

const conflictLine = (stands: TypedSettings | null) =>
  stands === null
    ? []
    : [
        {
          fieldId: "conflict",
          text: "Somebody else changed the settings while you were here. Look at both, then save again",
        },
      ];

function Fields({ group, typed, problems, service, preview }: ChangeSettingsPageProps) {
  switch (group) {
    case "contact":
      return <ContactFields typed={typed} problems={problems} />;
    case "declarations":
      return (
        <>
          <DeclarationFields typed={typed} problems={problems} service={service} />
          {preview ? <DeclarationPreview typed={typed} service={service} /> : null}
        </>
      );
    case "figures":
      return <FigureFields typed={typed} problems={problems} />;
    case "chasing":
      return <ChasingFields typed={typed} problems={problems} />;
  }
}

function Buttons({ group, stands, home }: ChangeSettingsPageProps & { home: string }) {
  return (
    <div className="ir-button-row">
      <Button name="intent" value="save">
        {stands === null ? "Save" : "Save mine"}
      </Button>
      {group === "declarations" ? (
        <Button secondary name="intent" value="preview">
          Show how it is printed
        </Button>
      ) : null}
      {stands === null ? null : <Link to={home}>Keep what stands now</Link>}
    </div>
  );
}
