import { Form } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { MailTemplate } from "~/domain/mail/templates";
import { Button } from "../button";

type Recipient = {
  id: string;
  template: MailTemplate;
  name: string;
  email: string;
  school: { name: string; officeEmail: string | null; telephone: string | null } | null;
};
export type BouncedMail = Recipient & { at: Date; code: string };
export type ParkedMail = Recipient & { tries: number; problem: string; since: Date };

const KINDS: Record<MailTemplate, string> = {
  invitation: "Invitation",
  "password-reset": "New password",
  "claim-code": "Code for the office",
  "sign-in-warning": "Warning about an account",
  "password-changed": "Password changed",
  "email-change": "New address to confirm",
  "email-change-asked": "Change of address",
  "email-taken": "Address in use",
  digest: "Weekly mail",
  reminder: "Reminder",
  letter: "A letter from an officer",
  "details-removed": "Personal details removed",
  "return-received": "Return received",
  "return-step": "Question or reply",
  "self-reviews-going": "Self-reviews about to go",
  "account-going": "Account about to go",
  confirmation: "A confirmation, given or withdrawn",
  "renewal-due": "A confirmation that runs out",
  "visit-step": "Step of a visit",
  "round-step": "News of a review round",
};

/** Addresses that did not work, each with another way to reach the school. */
export function BouncedMails({ mails }: { mails: BouncedMail[] }) {
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Mails that came back</h2>
      <p className="ir-body">
        The address did not work. Ask for the right one, then write to it again.
      </p>
      <ul className="ir-list">
        {mails.map((mail) => (
          <li className="ir-list-row" key={mail.id}>
            <div className="ir-list-main">
              <p className="ir-list-title">{titleOf(mail)}</p>
              <p className="ir-list-note">
                {mail.email} refused it on {formatDateTime(mail.at)} (code {mail.code}).
              </p>
              <OfficeLine school={mail.school} />
            </div>
            <WorkButton name="bounce" id={mail.id} label="Dealt with" about={titleOf(mail)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Mails that no mail server has taken yet. */
export function ParkedMails({ mails }: { mails: ParkedMail[] }) {
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Mails that could not leave</h2>
      <p className="ir-body">
        The mail server did not take them. Try again once it works; links in them may have run out.
      </p>
      <ul className="ir-list">
        {mails.map((mail) => (
          <li className="ir-list-row" key={mail.id}>
            <div className="ir-list-main">
              <p className="ir-list-title">{titleOf(mail)}</p>
              <p className="ir-list-note">
                To {mail.email}, asked for {formatDateTime(mail.since)}, tried {mail.tries} times.{" "}
                {mail.problem}
              </p>
            </div>
            <WorkButton name="job" id={mail.id} label="Try again" about={titleOf(mail)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const titleOf = ({ template, name, school }: Recipient): string =>
  `${KINDS[template]} to ${name}${school === null ? "" : `, ${school.name}`}`;

function OfficeLine({ school }: Pick<Recipient, "school">) {
  if (school === null) return null;
  const { officeEmail, telephone } = school;
  if (officeEmail === null && telephone === null) return null;
  return (
    <p className="ir-list-note">
      The office:{" "}
      {telephone === null ? null : <a href={`tel:${telephone.replace(/\s/g, "")}`}>{telephone}</a>}
      {officeEmail !== null && telephone !== null ? ", " : null}
      {officeEmail === null ? null : <a href={`mailto:${officeEmail}`}>{officeEmail}</a>}
    </p>
  );
}

type WorkButtonProps = { name: "job" | "bounce"; id: string; label: string; about: string };

function WorkButton({ name, id, label, about }: WorkButtonProps) {
  return (
    <Form method="post" className="ir-list-state">
      <input type="hidden" name={name} value={id} />
      <Button secondary>
        {label}
        <span className="govuk-visually-hidden">: {about}</span>
      </Button>
    </Form>
  );
}
