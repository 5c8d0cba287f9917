import { Form, Link } from "@remix-run/react";
import { GROUPS_FILE_FIELD } from "~/forms/register";
import type { GroupPlanView, GroupsPreviewView } from "~/services/register/groups-csv.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Field } from "../form/field";
import { describedBy } from "../form/field-ids";
import { Page } from "../page";
import { Tag } from "../tag";
import { GROUP_WORDS } from "./group-words";
import { groupsPath } from "./register-paths";

type Preview = GroupsPreviewView & { csv: string };
type Props = {
  organisation: { key: string; name: string };
  problem: string | null;
  preview: Preview | null;
};

/** Groups from a spreadsheet: choose the file, look through what it would do, then let it. */
export function GroupsImportPage({ organisation, problem, preview }: Props) {
  const groups = groupsPath(organisation.key);
  const errors = problem === null ? [] : [{ fieldId: GROUPS_FILE_FIELD, text: problem }];
  return (
    <Page
      title={
        preview === null ? "Read groups in from a spreadsheet" : "Look through before changing"
      }
      caption={organisation.name}
      back={{ to: groups, label: "Groups of schools" }}
      above={<ErrorSummary errors={errors} />}
      lede={preview === null ? undefined : "Nothing has been changed yet."}
    >
      {preview === null ? (
        <FileForm problem={problem} csvPath={`${groups}/csv`} />
      ) : (
        <>
          <Problems problems={preview.problems} />
          <PlanTable groups={preview.groups} />
          <ConfirmForm preview={preview} back={`${groups}/import`} />
        </>
      )}
    </Page>
  );
}

/** A document post with and without JavaScript, as for every file. */
function FileForm({ problem, csvPath }: { problem: string | null; csvPath: string }) {
  const id = GROUPS_FILE_FIELD;
  const words = {
    label: "Choose the file",
    hint: "A spreadsheet saved as CSV with the columns kind, group and urn: one line for each school in a group. Kinds are district, area, community and trust. A group in the file then holds, by hand, the schools of its lines and no others; a group that is not in the file stays as it is.",
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
        Begin with <a href={csvPath}>the groups as they stand</a>: the file has the columns this
        page reads. Nothing is changed before you have looked through it.
      </p>
      <Button>Show what would change</Button>
    </form>
  );
}

function Problems({ problems }: Pick<Preview, "problems">) {
  if (problems.length === 0) return null;
  return (
    <section className="ir-section" aria-labelledby="problems">
      <h2 className="ir-h2" id="problems">
        Put these lines right first
      </h2>
      <ul className="ir-plain-list">
        {problems.map(({ line, message }) => (
          <li key={line}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

const DOES = {
  add: { colour: "green", words: "Added" },
  change: { colour: "blue", words: "Changed" },
  nothing: { colour: "grey", words: "As it stands" },
} as const;

function PlanTable({ groups }: { groups: readonly GroupPlanView[] }) {
  if (groups.length === 0) return null;
  return (
    <table className="ir-table ir-table-stacked">
      <caption>What the file would do</caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col">What it is</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ kind, name, does, put, out }) => (
          <tr key={`${kind} ${name}`}>
            <td data-heading="Group">{name}</td>
            <td data-heading="What it is">{GROUP_WORDS[kind].one}</td>
            <td data-heading="Result">
              <Tag colour={DOES[does].colour}>{DOES[does].words}</Tag>
              {put.length === 0 ? null : <p>Put in: {put.join(", ")}</p>}
              {out.length === 0 ? null : <p>Taken out: {out.join(", ")}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ConfirmForm({ preview: { csv, seen, ready }, back }: { preview: Preview; back: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="csv" value={csv} />
      <input type="hidden" name="seen" value={seen} />
      <div className="ir-actions">
        {ready === 0 ? null : (
          <Button name="intent" value="apply">
            {ready === 1 ? "Change 1 group" : `Change ${ready} groups`}
          </Button>
        )}
        <Link to={back} reloadDocument>
          Choose another file
        </Link>
      </div>
    </Form>
  );
}
