import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { InvitationPageView } from "~/services/people/accept-invitation.server";
import type { ProviderChoice } from "~/services/account/start-single-sign-on.server";
import { NEW_PASSWORD_HINT } from "../account/password-words";
import { ProviderButtons } from "../account/provider-buttons";
import { Button, ButtonLink } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { controlOf, summaryOf } from "./problem-at";

export type InvitationProblems = { field: "name" | "password"; message: string }[];
type Props = {
  view: InvitationPageView;
  /** This page's own address, to come back to after signing in. */
  path: string;
  /** Where somebody new may sign in with an account they have elsewhere, instead of a password. */
  providers: readonly ProviderChoice[];
  sent: { name: string; problems: InvitationProblems } | null;
};

/** An invitation, opened. Nothing happens before the button is pressed. */
export function InvitationPage({ view, path, providers, sent }: Props) {
  const { placeName, inviterName, words, meaning, from, to } = view;
  const problems = sent?.problems ?? [];
  const days =
    to === null ? `from ${formatDate(from)}` : `${formatDate(from)} to ${formatDate(to)}`;
  return (
    <Page
      template="thing"
      title={`Join ${placeName}`}
      above={<ErrorSummary errors={summaryOf(problems)} />}
      lede={`${inviterName ?? "The school’s office"} asks you to join as ${words}, ${days}.`}
    >
      <p className="ir-body">{meaning}. Nothing happens before you press the button.</p>
      <Standing view={view} path={path} name={sent?.name ?? view.name} problems={problems} />
      {view.standing === "new" && providers.length > 0 ? (
        <section className="ir-section" aria-labelledby="elsewhere">
          <h2 className="ir-h2" id="elsewhere">
            Without a password
          </h2>
          <p className="ir-body">
            You join with an account you have elsewhere, and sign in with it.
          </p>
          <ProviderButtons
            providers={providers}
            verb="Continue with"
            invitation={path.slice("/invitation/".length)}
          />
        </section>
      ) : null}
    </Page>
  );
}

type StandingProps = {
  view: InvitationPageView;
  path: string;
  name: string;
  problems: InvitationProblems;
};

function Standing({ view, path, name, problems }: StandingProps) {
  switch (view.standing) {
    case "new":
      return (
        <Form method="post" noValidate>
          <p className="ir-body">You will sign in with {view.email}.</p>
          <TextInput
            {...controlOf("name", problems)}
            label="Your name"
            hint="As colleagues see it, and as it stands beside what you write."
            defaultValue={name}
            autoComplete="name"
            width="medium"
          />
          <TextInput
            {...controlOf("password", problems)}
            type="password"
            label="Choose a password"
            hint={NEW_PASSWORD_HINT}
            autoComplete="new-password"
            width="medium"
          />
          <Button>Join {view.placeName}</Button>
        </Form>
      );
    case "accept":
      return (
        <Form method="post">
          <Button>Accept</Button>
        </Form>
      );
    case "sign-in":
      return (
        <>
          <p className="ir-body">You have an account with {view.email}. Sign in, then accept.</p>
          <ButtonLink to={`/sign-in?${new URLSearchParams({ next: path }).toString()}`}>
            Sign in
          </ButtonLink>
        </>
      );
    case "other-person":
      return (
        <p className="ir-body">
          This invitation is for {view.email}, and you are signed in with another address. Sign out,
          open the link again, and sign in with that one.
        </p>
      );
  }
}

/** One answer for every link that cannot be used, so that nobody learns which were real. */
export const InvitationGonePage = () => (
  <Page
    template="thing"
    title="This link does not work"
    lede="An invitation works once, for 14 days, and stops when it is sent again or withdrawn."
  >
    <p className="ir-body">
      Ask whoever invited you to send it again. If you have joined already,{" "}
      <Link to="/sign-in">sign in</Link>.
    </p>
  </Page>
);

export const InvitationWaitPage = () => (
  <Page
    template="thing"
    title="You have tried several times"
    lede="Wait 10 minutes, then open the link again."
  >
    <p className="ir-body">The invitation is as it was.</p>
  </Page>
);
