import { Form, Link } from "@remix-run/react";
import { GROUP_KINDS } from "~/domain/register/group-kinds";
import type { GroupProblem } from "~/domain/register/read-group";
import type { GroupsView } from "~/services/register/groups.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Select } from "../form/select";
import { TextArea } from "../form/text-area";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { summaryOf } from "../people/problem-at";
import { GROUP_WORDS } from "./group-words";
import { groupPath, groupsPath, schoolsPath } from "./register-paths";

export type TypedGroupForm = { kind: string; name: string; urns: string };
type Props = {
  view: GroupsView;
  problems: readonly GroupProblem[];
  typed: TypedGroupForm;
  told: string | null;
};

/** Districts, areas, Communities of Schools and trusts, and a form for another. */
export function GroupsPage({ view, problems, typed, told }: Props) {
  const { organisation, groups } = view;
  return (
    <Page
      title="Groups of schools"
      caption={organisation.name}
      back={{ to: schoolsPath(organisation.key), label: "Schools" }}
      above={
        <>
          <ErrorSummary errors={summaryOf(problems)} />
          {told === null ? null : <Notice>{told}</Notice>}
        </>
      }
      lede="Rounds, lists and letters can be for a group. A school may be in several."
    >
      {groups.length === 0 ? <p className="ir-body">No group yet. Add the first below.</p> : null}
      {GROUP_KINDS.map((kind) => {
        const ofKind = groups.filter((group) => group.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section className="ir-section" key={kind} aria-labelledby={kind}>
            <h2 className="ir-h2" id={kind}>
              {GROUP_WORDS[kind].many}
            </h2>
            <ul className="ir-plain-list">
              {ofKind.map(({ id, name, schools }) => (
                <li key={id}>
                  <Link to={groupPath(organisation.key, id)}>{name}</Link>:{" "}
                  {schools === 1 ? "1 school" : `${schools} schools`}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {groups.length === 0 ? null : (
        <p className="ir-body">
          <a href={`${groupsPath(organisation.key)}/csv`}>All groups as a CSV file</a>
        </p>
      )}
      <p className="ir-body">
        <Link to={`${groupsPath(organisation.key)}/import`}>Read groups in from a spreadsheet</Link>
      </p>
      <AddForm typed={typed} problems={problems} />
    </Page>
  );
}

function AddForm({ typed, problems }: Pick<Props, "typed" | "problems">) {
  const at = (field: GroupProblem["field"]) =>
    problems.find((problem) => problem.field === field)?.message;
  return (
    <Form method="post" className="ir-section" aria-labelledby="add" noValidate>
      <h2 className="ir-h2" id="add">
        Add a group
      </h2>
      <Select
        id="kind"
        name="kind"
        label="What it is"
        defaultValue={typed.kind}
        choices={GROUP_KINDS.map((kind) => ({ value: kind, label: GROUP_WORDS[kind].one }))}
      />
      <TextInput
        id="name"
        name="name"
        label="Name"
        width="medium"
        defaultValue={typed.name}
        error={at("name")}
        autoComplete="off"
      />
      <TextArea
        id="urns"
        name="urns"
        label="URNs of its schools, if you have them"
        hint="One on each line or parted by commas: a column copied from a spreadsheet will do. Districts and trusts of the register can be chosen on the next page."
        defaultValue={typed.urns}
        error={at("urns")}
      />
      <Button>Add the group</Button>
    </Form>
  );
}
