import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { CallFields, CallProblem } from "~/domain/chasing/call-fields";
import { CONTACT_ROLES, CONTACT_ROLE_WORDS } from "~/domain/chasing/contact-kinds";
import type { OwnCallView } from "~/services/chasing/correct-call.server";
import type { CallsView, PastContact } from "~/services/chasing/note-call.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { NamesQuestion } from "../form/names-question";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { controlOf, summaryOf } from "../people/problem-at";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { callPath, mondayPath, ownCallPath } from "./chasing-paths";
import { PhoneLink } from "./phone-link";

export type SentCall = { typed: CallFields; problems: CallProblem[] };
type CallPageProps = {
  view: CallsView;
  /** The call that is corrected; null: a new one is noted. */
  own: OwnCallView | null;
  sent: SentCall | null;
};

/** One school: its number, a call to note, and what was said and sent before. */
export function CallPage({ view, own, sent, told }: CallPageProps & { told: string | null }) {
  const { organisation, school, people, contacts } = view;
  const problems = sent?.problems ?? [];
  return (
    <Page
      template="reading"
      title={school.name}
      caption={own === null ? "Note a call" : "Correct a call"}
      back={{ to: mondayPath(organisation.key), label: "Today" }}
      above={
        told === null || problems.length > 0 ? (
          <ErrorSummary errors={summaryOf(problems)} />
        ) : (
          <Notice>{told}</Notice>
        )
      }
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
      <CallForm view={view} own={own} sent={sent} />
      <section className="ir-section">
        <h2 className="ir-h2">Before</h2>
        {contacts.length === 0 ? (
          <p className="ir-body">Nothing was said or sent before.</p>
        ) : (
          <PastContacts contacts={contacts} place={{ key: organisation.key, urn: school.urn }} />
        )}
      </section>
    </Page>
  );
}

const ROLE_CHOICES = [
  { value: "", label: "Choose" },
  ...CONTACT_ROLES.map((role) => ({ value: role, label: CONTACT_ROLE_WORDS[role] })),
];

function CallForm({ view, own, sent }: CallPageProps) {
  const problems = sent?.problems ?? [];
  const blank = { on: formatDate(view.today), withWhom: "", agreed: "", ringAgainOn: "" };
  const typed = sent?.typed ?? own?.fields ?? blank;
  return (
    <Form method="post" noValidate key={own?.id ?? "new"}>
      {own === null ? null : (
        <>
          <input type="hidden" name="call" value={own.id} />
          <input type="hidden" name="version" value={own.version} />
        </>
      )}
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
      {own === null ? <NotingButtons view={view} /> : <CorrectingButtons view={view} />}
    </Form>
  );
}

type ButtonsProps = { view: CallsView };

const NotingButtons = ({ view }: ButtonsProps) => (
  <div className="ir-actions">
    <Button>Note the call</Button>
    <Link to={mondayPath(view.organisation.key)}>Leave without noting</Link>
  </div>
);

const CorrectingButtons = ({ view: { organisation, school } }: ButtonsProps) => (
  <div className="ir-actions">
    <Button name="intent" value="correct">
      Keep the correction
    </Button>
    <Button secondary name="intent" value="remove">
      Remove this call
    </Button>
    <Link to={callPath(organisation.key, school.urn)}>Leave it as it is</Link>
  </div>
);

type PastProps = { contacts: readonly PastContact[]; place: { key: string; urn: string } };

const PastContacts = ({ contacts, place }: PastProps) => (
  <ul className="ir-list">
    {contacts.map(({ id, when, by, agreed, ringAgainOn, own }) => (
      <li className="ir-list-row" key={id}>
        <div className="ir-list-main">
          <p className="ir-list-title">{when}</p>
          {agreed === null ? null : <p>{agreed}</p>}
          <p className="ir-list-note">
            {by ?? "By itself"}
            {ringAgainOn === null ? null : `. Ring again on ${formatDate(ringAgainOn)}`}
          </p>
          {own ? (
            <p>
              <Link
                to={ownCallPath(place.key, place.urn, id)}
                aria-label={`Correct or remove: ${when}`}
              >
                Correct or remove
              </Link>
            </p>
          ) : null}
        </div>
      </li>
    ))}
  </ul>
);
