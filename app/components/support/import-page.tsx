import { Form, Link } from "@remix-run/react";
import { SUPPORT_FILE_FIELD } from "~/forms/support";
import type { SupportLineView, SupportPreviewView } from "~/services/support/support-csv.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Field } from "../form/field";
import { describedBy } from "../form/field-ids";
import { Page } from "../page";
import { Tag } from "../tag";
import { deskPath } from "./desk-paths";

type Props = {
  organisation: { key: string; name: string };
  problem: string | null;
  preview: (SupportPreviewView & { csv: string }) | null;
};

/** Entries of help from a spreadsheet: choose the file, look through what it would do, then let it. */
export function ImportPage({ organisation, problem, preview }: Props) {
  const desk = deskPath(organisation.key);
  const errors = problem === null ? [] : [{ fieldId: SUPPORT_FILE_FIELD, text: problem }];
  return (
    <Page
      title={preview === null ? "Read help in from a spreadsheet" : "Look through before changing"}
      caption={organisation.name}
      back={{ to: desk, label: "Help available" }}
      above={<ErrorSummary errors={errors} />}
      lede={preview === null ? undefined : "Nothing has been changed yet."}
    >
      {preview === null ? (
        <FileForm problem={problem} csvPath={`${desk}/csv`} />
      ) : (
        <>
          <PreviewTable lines={preview.lines} />
          <ConfirmForm preview={preview} back={`${desk}/import`} />
        </>
      )}
    </Page>
  );
}

/** A document post with and without JavaScript, as for every file. */
function FileForm({ problem, csvPath }: { problem: string | null; csvPath: string }) {
  const id = SUPPORT_FILE_FIELD;
  const words = {
    label: "Choose the file",
    hint: "A spreadsheet saved as CSV, up to 500 entries. A line with a reference changes that entry, one without adds a new one. Entries that are not in the file stay as they are.",
    ...(problem === null ? {} : { error: problem }),
  };
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <Field id={id} {...words}>
        <input
          type="file"
          id={id}
          name={id}
          accept=".csv,text/csv"
          className="ir-file"
          aria-describedby={describedBy(id, words)}
        />
      </Field>
      <p className="ir-hint">
        Begin with <a href={csvPath}>the list as it stands</a>: it has the columns this page reads.
        Nothing is changed before you have looked through it.
      </p>
      <Button>Show what would change</Button>
    </form>
  );
}

const DOES = {
  add: { colour: "green", words: "Added" },
  change: { colour: "blue", words: "Changed" },
  nothing: { colour: "grey", words: "As it stands" },
  "left-out": { colour: "sand", words: "Left out" },
} as const;

function PreviewTable({ lines }: { lines: readonly SupportLineView[] }) {
  return (
    <table className="ir-table ir-table-stacked">
      <caption>What the file would do</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Name</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, title, does, changes, problems }) => (
          <tr key={line}>
            <td data-heading="Line">{line}</td>
            <td data-heading="Name">{title === "" ? "No name" : title}</td>
            <td data-heading="Result">
              <Tag colour={DOES[does].colour}>{DOES[does].words}</Tag>
              {changes.length === 0 ? null : <p>{changes.join(", ")}</p>}
              {problems.map(({ column, message }) => (
                <p key={column + message}>
                  {column}: {message}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ConfirmProps = { preview: SupportPreviewView & { csv: string }; back: string };

function ConfirmForm({ preview: { csv, lines, ready }, back }: ConfirmProps) {
  const wanted = lines.filter(({ does }) => does === "add" || does === "change");
  return (
    <Form method="post">
      <input type="hidden" name="csv" value={csv} />
      <input type="hidden" name="lines" value={wanted.map(({ line }) => line).join(",")} />
      <div className="ir-actions">
        {ready === 0 ? null : (
          <Button name="intent" value="apply">
            {ready === 1 ? "Read 1 entry in" : `Read ${ready} entries in`}
          </Button>
        )}
        <Link to={back} reloadDocument>
          Choose another file
        </Link>
      </div>
    </Form>
  );
}
