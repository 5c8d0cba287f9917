import { Form } from "@remix-run/react";
import { DIGEST_DAYS } from "~/domain/mail/digest-due";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { controlOf, summaryOf } from "../people/problem-at";
import { Page } from "../page";
import { weekdayWords } from "./weekday-words";

export type TypedNotifications = { digest: string; digestDay: string; reminders: string };
type NotificationsPageProps = {
  typed: TypedNotifications;
  problems: readonly { field: keyof TypedNotifications; message: string }[];
};

const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;

const DAYS = DIGEST_DAYS.map((day) => ({ value: String(day), label: weekdayWords(day) }));

/** Which mails a person gets, and which always come and why. */
export function NotificationsPage({ typed, problems }: NotificationsPageProps) {
  const at = (field: keyof TypedNotifications) => controlOf(field, problems);
  return (
    <Page
      title="Notifications"
      template="thing"
      back={{ to: "/account", label: "Your account" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
      lede="Mail leaves on working days between 8 and 5, and none in school holidays."
    >
      <Form method="post" noValidate>
        <Radios
          {...at("digest")}
          legend="Weekly mail"
          hint="What waits for you at each of your places, in one mail. It comes only when something waits."
          choices={YES_NO}
          chosen={typed.digest}
        />
        <Select
          {...at("digestDay")}
          label="Day of the weekly mail"
          hint="On a holiday it comes on the next working day of that week, or the last one before."
          choices={DAYS}
          defaultValue={typed.digestDay}
          width="medium"
        />
        <Radios
          {...at("reminders")}
          legend="Reminders of a deadline"
          hint="Written by your officer before and after a deadline. Your pages show the dates in any case."
          choices={YES_NO}
          chosen={typed.reminders}
        />
        <Button>Keep this choice</Button>
      </Form>
      <section className="ir-section" aria-labelledby="always">
        <h2 className="ir-h2" id="always">
          Always sent
        </h2>
        <ul className="ir-body">
          <li>
            Mail about your account’s safety: a new browser, a changed password, address or
            authenticator app, a link you asked for. If it could be stopped, whoever gets into an
            account would stop it first.
          </li>
          <li>Invitations, and codes for a school’s office: somebody waits for the answer.</li>
        </ul>
      </section>
    </Page>
  );
}
