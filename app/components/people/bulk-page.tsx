import { Form, Link } from "@remix-run/react";
import { PEOPLE_FILE_FIELD } from "~/forms/invitation";
import type { PreviewRow, PreviewView } from "~/services/people/bulk-invite.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Field } from "../form/field";
import { describedBy } from "../form/field-ids";
import { Page } from "../page";
import { Tag } from "../tag";

type BulkPageProps = {
  organisation: { key: string; name: string };
  problem: string | null;
  preview: (PreviewView & { csv: string }) | null;
};

/** People from a spreadsheet: choose the file, look through what would be sent, then send it. */
export function BulkPage({ organisation, problem, preview }: BulkPageProps) {
  const people = `/organisations/${organisation.key}/people`;
  const errors = problem === null ? [] : [{ fieldId: PEOPLE_FILE_FIELD, text: problem }];
  return (
    <Page
      title={preview === null ? "Invite many from a spreadsheet" : "Look through before sending"}
      caption={organisation.name}
      back={{ to: people, label: "People" }}
      above={<ErrorSummary errors={errors} />}
      lede={preview === null ? undefined : previewLede(preview)}
    >
      {preview === null ? (
        <FileForm problem={problem} />
      ) : (
        <>
          <PreviewTable rows={preview.rows} />
          <ConfirmForm preview={preview} back={`${people}/import`} />
        </>
      )}
    </Page>
  );
}

/** A document post with and without JavaScript, as for every file. */
function FileForm({ problem }: { problem: string | null }) {
  const id = PEOPLE_FILE_FIELD;
  const words = {
    label: "Choose the file",
    hint: "A spreadsheet saved as CSV, up to 300 people. The first line names the columns: name, email, role, and where needed urn, from, to, title.",
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
        Roles are headteacher (with the URN of the school), officer, manager and reviewer. Nothing
        is sent before you have looked through it.
      </p>
      <Button>Show what would be sent</Button>
    </form>
  );
}

function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  return (
    <table className="ir-table ir-table-stacked">
      <caption>What the file holds</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Name</th>
          <th scope="col">E-mail address</th>
          <th scope="col">Role</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.line}>
            <td data-heading="Line">{row.line}</td>
            <td data-heading="Name">{row.name}</td>
            <td data-heading="E-mail address">{row.email}</td>
            <td data-heading="Role">
              {row.role}
              {row.placeName === "" ? "" : `, ${row.placeName}`}
            </td>
            <td data-heading="Result">
              {row.ready ? <Tag colour="green">Ready</Tag> : <Problems problems={row.problems} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Problems = ({ problems }: { problems: readonly string[] }) => (
  <>
    <Tag colour="sand">Left out</Tag>
    {problems.map((problem) => (
      <p key={problem}>{problem}</p>
    ))}
  </>
);

type ConfirmFormProps = { preview: PreviewView & { csv: string }; back: string };

function ConfirmForm({ preview: { csv, rows, ready }, back }: ConfirmFormProps) {
  const lines = rows.filter((row) => row.ready).map(({ line }) => line);
  return (
    <Form method="post">
      <input type="hidden" name="csv" value={csv} />
      <input type="hidden" name="lines" value={lines.join(",")} />
      <div className="ir-actions">
        {ready === 0 ? null : (
          <Button name="intent" value="send">
            {ready === 1 ? "Send 1 invitation" : `Send ${ready} invitations`}
          </Button>
        )}
        <Link to={back} reloadDocument>
          Choose another file
        </Link>
      </div>
    </Form>
  );
}

function previewLede({ rows, ready }: PreviewView): string {
  const left = rows.length - ready;
  if (left === 0) return "Nothing has been sent yet.";
  const words = left === 1 ? "1 line is left out" : `${left} lines are left out`;
  return `Nothing has been sent yet. ${words}: put them right in the file and choose it again.`;
}
