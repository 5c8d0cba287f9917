import { Form, Link } from "@remix-run/react";
import type { FoundSchoolView } from "~/services/people/claim-school.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { RecordList } from "../record-list";
import { controlOf, summaryOf } from "./problem-at";

type Problem<Field extends string> = { field: Field; message: string };

type SearchProps = { query: string; found: FoundSchoolView[] | null };

/** Find the school in the public register. */
export function ClaimSearchPage({ query, found }: SearchProps) {
  return (
    <Page
      template="thing"
      title="Start for your school"
      lede="We send a code to the school’s office. Whoever enters it manages the school here, and invites the headteacher, who signs."
    >
      <Form method="get" role="search">
        <TextInput
          id="q"
          name="q"
          label="Name or URN of your school"
          defaultValue={query}
          width="medium"
          autoComplete="off"
        />
        <Button>Find the school</Button>
      </Form>
      {found === null ? null : <Found found={found} />}
    </Page>
  );
}

const Found = ({ found }: { found: FoundSchoolView[] }) => (
  <section className="ir-section" aria-labelledby="found">
    <h2 className="ir-h2" id="found">
      {found.length === 0 ? "No school found" : "Which is it?"}
    </h2>
    {found.length === 0 ? (
      <p className="ir-hint">Check the spelling, or enter the URN, six figures.</p>
    ) : (
      <RecordList
        rows={found.map(({ urn, name, town, postcode }) => ({
          key: urn,
          title: name,
          to: `/claim/${urn}`,
          note: [town, postcode, `URN ${urn}`].filter((part) => part !== "").join(", "),
        }))}
      />
    )}
  </section>
);

type AskProps = {
  school: FoundSchoolView;
  sent: { name: string; problems: Problem<"name">[] } | null;
};

/** Ask for the code. The page says the same for every school. */
export function ClaimAskPage({ school, sent }: AskProps) {
  const problems = sent?.problems ?? [];
  return (
    <Page
      template="thing"
      title={`Start for ${school.name}`}
      caption={`URN ${school.urn}`}
      back={{ to: "/claim", label: "Another school" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
      lede="The code goes to the address of the school’s office that is in the national register."
    >
      <Form method="post" noValidate>
        <TextInput
          {...controlOf("name", problems)}
          label="Your name"
          hint="The mail says who asks, so that the office knows whom to give the code."
          defaultValue={sent?.name ?? ""}
          autoComplete="name"
          width="medium"
        />
        <Button>Send a code to the office</Button>
      </Form>
    </Page>
  );
}

type EnterProps = {
  /** Whose school it will be, where somebody is signed in; null: name and address are asked for. */
  signedInAs: string | null;
  sent: { name: string; email: string; problems: Problem<"code" | "name" | "email">[] } | null;
};

/** Enter the code. */
export function ClaimEnterPage({ signedInAs, sent }: EnterProps) {
  const problems = sent?.problems ?? [];
  return (
    <Page
      template="thing"
      title="Enter the code"
      above={<ErrorSummary errors={summaryOf(problems)} />}
      lede="If we hold an address for the office and nobody manages the school here yet, a code is on its way to it. It works for 24 hours and can be tried five times."
    >
      <Form method="post" noValidate>
        <TextInput
          {...controlOf("code", problems)}
          label="Code"
          hint="Eight letters and figures, like k7qm-4d2p"
          width="short"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
        />
        {signedInAs === null ? (
          <>
            <TextInput
              {...controlOf("name", problems)}
              label="Your name"
              defaultValue={sent?.name ?? ""}
              autoComplete="name"
              width="medium"
            />
            <TextInput
              {...controlOf("email", problems)}
              type="email"
              label="Your work e-mail address"
              hint="We send a link to it, with which you finish."
              defaultValue={sent?.email ?? ""}
              autoComplete="email"
              width="medium"
              spellCheck={false}
            />
          </>
        ) : (
          <p className="ir-body">You are signed in as {signedInAs}.</p>
        )}
        <Button>Go on</Button>
      </Form>
      <p className="ir-hint">
        No code after an hour? Your school may have started already: ask your headteacher or SENCO.
        Otherwise ask your council. <Link to="/claim">Choose another school</Link>
      </p>
    </Page>
  );
}

export const ClaimMailedPage = ({ email }: { email: string }) => (
  <Page
    template="thing"
    title="Look in your e-mail"
    lede={`The code is right. A link is on its way to ${email}. It works once, for 14 days.`}
  >
    <p className="ir-body">
      Open it and choose a password, or sign in if you have an account. You then manage the school:
      you may invite and assign, and the headteacher signs, so invite your headteacher first.
    </p>
    <p className="ir-body">
      Nothing there after a few minutes? Look among unwanted mail. If the address is not yours,{" "}
      <Link to="/claim">ask for a new code</Link>.
    </p>
  </Page>
);
