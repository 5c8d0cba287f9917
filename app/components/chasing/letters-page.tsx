import { Form, Link } from "@remix-run/react";
import type { LetterFields, LetterProblem } from "~/domain/chasing/letter-words";
import { SUBJECT_MAX, TEXT_MAX } from "~/domain/chasing/letter-words";
import { returnsAddress } from "~/forms/returns-filter";
import type { LetterPreview, LettersView } from "~/services/chasing/write-letters.server";
import { Button } from "../button";
import { Details } from "../details";
import { ErrorSummary } from "../form/error-summary";
import { NamesQuestion } from "../form/names-question";
import { TextArea } from "../form/text-area";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { controlOf, summaryOf } from "../people/problem-at";
import { schoolsWords } from "./count-words";
import { PhoneLink } from "./phone-link";

type LettersPageProps = {
  view: LettersView;
  fields: LetterFields;
  problems: readonly LetterProblem[];
};

/** Writes to exactly the schools chosen: the text, then every letter as it will read. */
export function LettersPage({ view, fields, problems }: LettersPageProps) {
  const { organisation, round, letters, unreached, tooMany } = view;
  const back = returnsAddress(organisation.key, { round: round.id });
  const isNone = letters.length + unreached.length === 0;
  return (
    <Page
      title={isNone ? "Choose schools to write to" : `Write to ${schoolsWords(letters.length)}`}
      caption={round.title}
      back={{ to: back, label: "Who has returned" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
    >
      {tooMany === null ? null : (
        <p className="ir-body" id="schools">
          That is more than {tooMany} schools. Choose fewer, as by district or state.
        </p>
      )}
      {isNone ? (
        <p className="ir-body" id="schools">
          No school is chosen. <Link to={back}>Tick some in the list</Link>, then preview their
          letters.
        </p>
      ) : (
        <>
          <LetterForm view={view} fields={fields} problems={problems} />
          <Unreached schools={unreached} />
          <Previews view={view} />
        </>
      )}
    </Page>
  );
}

function LetterForm({ view, fields, problems }: LettersPageProps) {
  const { round, letters, unreached, batchId, from } = view;
  return (
    <Form method="post" noValidate className="ir-one-thing">
      <input type="hidden" name="round" value={round.id} />
      <input type="hidden" name="batch" value={batchId} />
      {[...letters, ...unreached].map(({ responseId }) => (
        <input type="hidden" name="chosen" value={responseId} key={responseId} />
      ))}
      <TextInput
        {...controlOf("subject", problems)}
        label="Subject"
        hint={`At most ${SUBJECT_MAX} characters.`}
        defaultValue={fields.subject}
        autoComplete="off"
      />
      <TextArea
        {...controlOf("text", problems)}
        label="What you want to say"
        hint="{school}, {round} and {deadline} are filled in for each school. An empty line begins a paragraph."
        defaultValue={fields.text}
        limit={TEXT_MAX}
        rows={9}
        warnNames
      />
      {problems.some(({ asks }) => asks === "names") ? (
        <NamesQuestion id="namesConfirmed" name="namesConfirmed" />
      ) : null}
      <p className="ir-body">
        It begins with their name, and ends with yours: {from.name}, {from.title}. Replies go to{" "}
        {from.email}. Letters leave on weekdays from 8 to 5, outside school holidays.
      </p>
      <div className="ir-actions">
        <Button name="intent" value="send">
          Send to {schoolsWords(letters.length)}
        </Button>
        <Button secondary name="intent" value="preview">
          Look at the letters again
        </Button>
      </div>
    </Form>
  );
}

function Unreached({ schools }: { schools: readonly LetterPreview[] }) {
  if (schools.length === 0) return null;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">No address that works</h2>
      <p className="ir-body">These are not written to. Ring them.</p>
      <ul className="ir-list">
        {schools.map(({ urn, name, telephone }) => (
          <li className="ir-list-row" key={urn}>
            <p className="ir-list-title">{name}</p>
            <PhoneLink telephone={telephone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Previews({ view: { letters } }: { view: LettersView }) {
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Each letter</h2>
      {letters.map((letter, index) => (
        <Details key={letter.urn} summary={summaryWords(letter)} open={index === 0}>
          <p>
            <strong>{letter.subject}</strong>
          </p>
          <p>{letter.to.map(addressWords).join("; ")}</p>
          {letter.paragraphs.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Details>
      ))}
    </section>
  );
}

const summaryWords = ({ name, to }: LetterPreview): string =>
  `${name}: ${to.map(({ email }) => email).join(", ")}`;

type To = LetterPreview["to"][number];

const addressWords = ({ name, email, instead }: To): string =>
  instead
    ? `School office, ${email} (nobody has joined, or an address came back)`
    : `${name}, ${email}`;
