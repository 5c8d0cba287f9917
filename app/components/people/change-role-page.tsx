import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { ChangeRoleView } from "~/services/people/views";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { RoleDatesFields } from "./invite-form";
import { controlOf, summaryOf } from "./problem-at";
import { roleLine } from "./role-line";

export type SentRole = {
  /** Null: as the role stands. */
  typed: { from: string; to: string; signingTitle: string } | null;
  problems: { field: string; message: string }[];
};

type ChangeRolePageProps = {
  view: ChangeRoleView;
  placeName: string;
  back: string;
  sent: SentRole | null;
  /** Whether the role can be ended here and now; at a school that is done by removing the person. */
  mayEnd: boolean;
};

/** How long a role lasts and how its holder signs. */
export function ChangeRolePage({ view, placeName, back, sent, mayEnd }: ChangeRolePageProps) {
  const { person, role, stands } = view;
  const problems = sent?.problems ?? [];
  const [, , title = ""] = stands.split("|");
  const held = {
    from: formatDate(role.from),
    to: role.to === null ? "" : formatDate(role.to),
    signingTitle: title,
  };
  const typed = sent?.typed ?? held;
  return (
    <Page
      template="thing"
      title={`Change the role of ${person.name}`}
      caption={placeName}
      back={{ to: back, label: "Everyone" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
      lede={`${roleLine(role)}. ${role.coming ? "" : `Since ${formatDate(role.from)}.`}`}
    >
      <Form method="post" noValidate>
        <input type="hidden" name="stands" value={stands} />
        <RoleDatesFields typed={typed} problems={problems} begun={!role.coming} />
        <TextInput
          {...controlOf("signingTitle", problems)}
          label="Title beside the name"
          aside="(if you like)"
          hint="Signed copies keep the title they were signed with."
          defaultValue={typed.signingTitle}
          width="medium"
          autoComplete="off"
        />
        <div className="ir-actions">
          <Button>Save</Button>
          <Link to={back}>Leave it as it is</Link>
        </div>
      </Form>
      {mayEnd ? <EndRole name={person.name} words={role.words} /> : null}
    </Page>
  );
}

const EndRole = ({ name, words }: { name: string; words: string }) => (
  <Form method="post" className="ir-section">
    <h2 className="ir-h2">End this role now</h2>
    <p className="ir-body">
      {name} is signed out everywhere and loses the role {words} here. What they did keeps their
      name.
    </p>
    <Button secondary id="end" name="intent" value="end">
      End this role now
    </Button>
  </Form>
);
