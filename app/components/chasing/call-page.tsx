import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { CallFields, CallProblem } from "~/domain/chasing/call-fields";
import { CONTACT_ROLES, CONTACT_ROLE_WORDS } from "~/domain/chasing/contact-kinds";
import type { CallsView, PastContact } from "~/services/chasing/note-call.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { NamesQuestion } from "../form/names-question";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { controlOf, summaryOf } from "../people/problem-at";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { mondayPath } from "./chasing-paths";
import { PhoneLink } from "./phone-link";

export type SentCall = { typed: CallFields; problems: CallProblem[] };
type CallPageProps = { view: CallsView; sent: SentCall | null };

/** One school: its number, a call to note, and what was said and sent before. */
export function CallPage({ view, sent }: CallPageProps) {
  const { organisation, school, people, contacts } = view;
  const problems = sent?.problems ?? [];
  return (
    <Page
      template="reading"
      title={school.name}
      caption="Note a call"
      back={{ to: mondayPath(organisation.key), label: "Today" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
      side={<WhoCanSeeThis sentences={view.seenBy} />}
    >
      <p className="ir-body">
        <PhoneLink telephone={school.telephone} />
      </p>
      <p className="ir-body">
        {people.length === 0
          ? "Nobody has joined yet: ask the school office."
          : people.map(({ name, role }) => `${name}, ${role}`).join(" · ")}
        {school.officeEmail === null ? null : ` Office: ${school.officeEmail}`}
      </p>
      <CallForm view={view} sent={sent} />
      <section className="ir-section">
        <h2 className="ir-h2">Before</h2>
        {contacts.length === 0 ? (
          <p className="ir-body">Nothing was said or sent before.</p>
        ) : (
          <PastContacts contacts={contacts} />
        )}
      </section>
    </Page>
  );
}

const ROLE_CHOICES = [
  { value: "", label: "Choose" },
  ...CONTACT_ROLES.map((role) => ({ value: role, label: CONTACT_ROLE_WORDS[role] })),
];

function CallForm({ view, sent }: CallPageProps) {
  const problems = sent?.problems ?? [];
  const typed = sent?.typed ?? {
    on: formatDate(view.today),
    withWhom: "",
    agreed: "",
    ringAgainOn: "",
  };
  return (
    <Form method="post" noValidate>
      <TextInput
        {...controlOf("on", problems)}
        label="Day of the call"
        hint="Like 4 9 2026."
        defaultValue={typed.on}
        width="medium"
        autoComplete="off"
      />
      <Select
        {...controlOf("withWhom", problems)}
        label="With whom"
        choices={ROLE_CHOICES}
        defaultValue={typed.withWhom}
      />
      <TextInput
        {...controlOf("agreed", problems)}
        label="What was agreed"
        hint="One line, and a role in place of a name. The school may ask to read it."
        defaultValue={typed.agreed}
        autoComplete="off"
        warnNames
      />
      {problems.some(({ asks }) => asks === "names") ? (
        <NamesQuestion id="namesConfirmed" name="namesConfirmed" />
      ) : null}
      <TextInput
        {...controlOf("ringAgainOn", problems)}
        label="Ring again on"
        aside="(if you like)"
        hint="Until then the school leaves the list of today; without a day, for 5 working days."
        defaultValue={typed.ringAgainOn}
        width="medium"
        autoComplete="off"
      />
      <div className="ir-actions">
        <Button>Note the call</Button>
        <Link to={mondayPath(view.organisation.key)}>Leave without noting</Link>
      </div>
    </Form>
  );
}

const PastContacts = ({ contacts }: { contacts: readonly PastContact[] }) => (
  <ul className="ir-list">
    {contacts.map(({ id, when, by, agreed, ringAgainOn }) => (
      <li className="ir-list-row" key={id}>
        <div className="ir-list-main">
          <p className="ir-list-title">{when}</p>
          {agreed === null ? null : <p>{agreed}</p>}
          <p className="ir-list-note">
            {by ?? "By itself"}
            {ringAgainOn === null ? null : `. Ring again on ${formatDate(ringAgainOn)}`}
          </p>
        </div>
      </li>
    ))}
  </ul>
);
