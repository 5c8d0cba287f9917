import { Form, Link } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { ImportSummary } from "~/domain/register/compared";
import type { RegisterView } from "~/services/register/view-import.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Field } from "../form/field";
import { describedBy } from "../form/field-ids";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { importedPath, schoolsPath } from "./register-paths";

/** What was wrong with what was sent; `typed` is given back. */
export type ImportProblem = { field: "schools" | "codes"; messages: string[]; typed: string };
type Props = { view: RegisterView; problem: ImportProblem | null; told: string | null };

/** Bringing the register up to date: which authorities, the file, and what was brought before. */
export function ImportPage({ view, problem, told }: Props) {
  const { organisation, laCodes } = view;
  const errors = (problem?.messages ?? []).map((text) => ({ fieldId: problem?.field ?? "", text }));
  return (
    <Page
      title="Bring the register up to date"
      caption={organisation.name}
      back={{ to: schoolsPath(organisation.key), label: "Schools" }}
      template="thing"
      above={<ErrorSummary errors={errors} />}
      lede="From a download of Get Information about Schools. You look through what it would change before anything is changed."
    >
      {told === null ? null : (
        <p className="ir-body" role="status">
          {told}
        </p>
      )}
      <Authorities laCodes={laCodes} problem={problem?.field === "codes" ? problem : null} />
      <FileForm problem={problem?.field === "schools" ? problem : null} />
      <Earlier view={view} />
    </Page>
  );
}

type PartProps = { problem: ImportProblem | null };

function Authorities({ laCodes, problem }: PartProps & { laCodes: readonly string[] }) {
  return (
    <Form method="post" className="ir-section" aria-labelledby="authorities">
      <h2 className="ir-h2" id="authorities">
        Authorities you cover
      </h2>
      <TextInput
        id="codes"
        name="codes"
        label="Codes of the authorities"
        hint="Three figures each, like 886 for Kent and 887 for Medway. A new school of theirs joins yours by itself; with none, only schools you cover already are brought up to date."
        defaultValue={problem?.typed ?? laCodes.join(" ")}
        error={problem?.messages[0]}
        width="medium"
        autoComplete="off"
      />
      <Button secondary name="intent" value="authorities">
        Save the codes
      </Button>
    </Form>
  );
}

const FILES = {
  schools: {
    label: "File of schools",
    hint: "“All establishment data” as CSV, up to 60 MB. Names of headteachers are not read.",
  },
  links: {
    label: "File of links, if you have it",
    hint: "Which school went before which: columns URN, LinkURN, LinkName, LinkType, LinkEstablishedDate.",
  },
} as const;

/** A document post with and without JavaScript, as for every file. */
function FileForm({ problem }: PartProps) {
  return (
    <form
      method="post"
      encType="multipart/form-data"
      noValidate
      className="ir-section"
      aria-labelledby="file"
    >
      <h2 className="ir-h2" id="file">
        The file
      </h2>
      {(["schools", "links"] as const).map((id) => {
        const error = id === "schools" ? problem?.messages[0] : undefined;
        const words = { ...FILES[id], ...(error === undefined ? {} : { error }) };
        return (
          <Field key={id} id={id} {...words}>
            <input
              type="file"
              id={id}
              name={id}
              accept=".csv,text/csv"
              className="ir-file"
              aria-describedby={describedBy(id, words)}
              aria-invalid={error ? true : undefined}
            />
          </Field>
        );
      })}
      <Button>Show what would change</Button>
    </form>
  );
}

/** "2 added, 14 changed, 1 closed, 3 links". */
export const summaryWords = ({ added, changed, closed, links }: ImportSummary): string =>
  `${added} added, ${changed} changed, ${closed} closed, ${links} links`;

function Earlier({ view: { imports, organisation } }: { view: RegisterView }) {
  if (imports.length === 0) return null;
  return (
    <section className="ir-section" aria-labelledby="earlier">
      <h2 className="ir-h2" id="earlier">
        Files so far
      </h2>
      <ul className="ir-plain-list">
        {imports.map(({ id, state, at, summary }) => (
          <li key={id}>
            <Link to={importedPath(organisation.key, id)}>{formatDateTime(at)}</Link>
            {state === "waiting" ? ", waits to be looked through: " : ", done: "}
            {summaryWords(summary)}
          </li>
        ))}
      </ul>
    </section>
  );
}
