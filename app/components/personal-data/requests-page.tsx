import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { REQUEST_WAY_WORDS, REQUEST_WAYS } from "~/domain/personal-data/erasure";
import { COPY_RULES } from "~/domain/personal-data/subject-access";
import type { RequestsView, SubjectView } from "~/services/personal-data/export-requests.server";
import { ProveAgain, proofSummary } from "../account/prove-again";
import type { ProofErrors } from "../account/proof-words";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Radios } from "../form/radios";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { controlOf, summaryOf } from "../people/problem-at";
import { CopyLinks } from "./copy-links";

export type SentRequest = {
  email: string;
  how: string;
  asked: string;
  found: SubjectView | null;
  problems: { field: "email" | "how" | "asked"; message: string }[];
  proof: ProofErrors;
  /** The key of a copy that is ready. */
  copyKey: string | null;
  erased: boolean;
};

type Props = { view: RequestsView; sent: SentRequest | null };

/** Where a manager answers people who asked in writing what is held about them, or to be erased. */
export function RequestsPage({ view, sent }: Props) {
  const { organisation } = view;
  const base = `/organisations/${organisation.key}/retention`;
  const problems = sent?.problems ?? [];
  const errors = [...summaryOf(problems), ...proofSummary(sent?.proof ?? {})];
  const { found = null, copyKey = null } = sent ?? {};
  return (
    <Page
      template="thing"
      title="Someone asked for their data"
      caption={organisation.name}
      back={{ to: base, label: "How long things are kept" }}
      above={
        <>
          {sent?.erased ? <Notice>The account is erased. Tell the person so.</Notice> : null}
          <ErrorSummary errors={errors} />
        </>
      }
      lede="For people who cannot sign in and write to you. Whoever can sign in does it on their own account page. You have one month to answer."
    >
      {copyKey === null ? null : <CopyLinks path={`${base}/requests/file`} copyKey={copyKey} />}
      <Form method="post" noValidate>
        <TextInput
          {...controlOf("email", problems)}
          label="Their e-mail address here"
          hint="Of someone with a role, now or once, in your organisation or a school you cover"
          defaultValue={sent?.email ?? ""}
          type="email"
          autoComplete="off"
          width="medium"
        />
        <Button secondary={found !== null} name="intent" value="find">
          Find them
        </Button>
      </Form>
      {found === null ? null : <SubjectForm found={found} view={view} sent={sent} />}
    </Page>
  );
}

function SubjectForm({ found, view, sent }: Props & { found: SubjectView }) {
  const problems = sent?.problems ?? [];
  if (found.isYou) {
    return <p className="ir-body">That is your own account. Use your account page.</p>;
  }
  return (
    <section className="ir-section" aria-labelledby="found">
      <h2 className="ir-h2" id="found">
        {found.name}
      </h2>
      <ul className="ir-list">
        {found.roles.map(({ words, to }) => (
          <li className="ir-list-row" key={`${words} ${to ?? ""}`}>
            {words}
            {to === null ? "" : `, until ${formatDate(to)}`}
          </li>
        ))}
      </ul>
      <div className="ir-prose">
        <p>Make sure first that it is really them who asked. The copy:</p>
        <ul>
          {COPY_RULES.manager.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </div>
      <Form method="post" noValidate>
        <input type="hidden" name="userId" value={found.userId} />
        <input type="hidden" name="email" value={found.email} />
        <Radios
          {...controlOf("how", problems)}
          legend="How did they ask?"
          hint="This and the day stay in the record. What they wrote does not: put it away elsewhere."
          choices={REQUEST_WAYS.map((value) => ({ value, label: REQUEST_WAY_WORDS[value] }))}
          chosen={sent?.how ?? null}
        />
        <TextInput
          {...controlOf("asked", problems)}
          label="Day it came"
          hint={`Like ${formatDate(view.today)}`}
          defaultValue={sent?.asked ?? ""}
          width="short"
          autoComplete="off"
        />
        <ProveAgain
          ways={view.ways}
          errors={sent?.proof ?? {}}
          label="Your own password"
          act={<Answers mayErase={found.mayErase} />}
        />
      </Form>
      {found.mayErase ? null : (
        <p className="ir-body">
          An account with a role is not erased here: the role has to end first, or the person does
          it on their own account page.
        </p>
      )}
    </section>
  );
}

const Answers = ({ mayErase }: { mayErase: boolean }) => (
  <div className="ir-actions">
    <Button name="intent" value="give">
      Make the copy
    </Button>
    {mayErase ? (
      <Button secondary name="intent" value="erase">
        Erase the account
      </Button>
    ) : null}
  </div>
);
