import { Form, Link } from "@remix-run/react";
import type { GroupProblem, TypedGroup } from "~/domain/register/read-group";
import type { GroupView } from "~/services/register/groups.server";
import { Button } from "../button";
import { Details } from "../details";
import { Checkboxes } from "../form/checkboxes";
import { ErrorSummary } from "../form/error-summary";
import { TextArea } from "../form/text-area";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { summaryOf } from "../people/problem-at";
import { GROUP_WORDS } from "./group-words";
import { groupsPath, schoolPath } from "./register-paths";

type Props = {
  view: GroupView;
  problems: readonly GroupProblem[];
  typed: TypedGroup;
  told: string | null;
};

/** One group: its name, the districts or trusts that fill it, and schools put in by hand. */
export function GroupPage({ view, problems, typed, told }: Props) {
  const { organisation, group, schools } = view;
  return (
    <Page
      title={group.name}
      caption={GROUP_WORDS[group.kind].one}
      back={{ to: groupsPath(organisation.key), label: "Groups of schools" }}
      above={
        <>
          <ErrorSummary errors={summaryOf(problems)} />
          {told === null ? null : <Notice>{told}</Notice>}
        </>
      }
      lede={schools.length === 1 ? "1 school is in it." : `${schools.length} schools are in it.`}
    >
      {schools.length === 0 ? null : (
        <Details summary="Schools in it now">
          <ul className="ir-plain-list">
            {schools.map(({ urn, name }) => (
              <li key={urn}>
                <Link to={schoolPath(organisation.key, urn)}>{name}</Link>, URN {urn}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <FindForm found={view.found} />
      <GroupForm view={view} typed={typed} problems={problems} />
      <RemoveForm view={view} />
    </Page>
  );
}

/** Looks for schools by name; those found are ticked in the form below. */
function FindForm({ found }: Pick<GroupView, "found">) {
  return (
    <Form method="get" className="ir-section" role="search" aria-label="Schools to put in">
      <TextInput
        id="find"
        name="find"
        label="Find schools to put in"
        hint="Part of a name or town, or a URN."
        width="medium"
        defaultValue={found?.words ?? ""}
        autoComplete="off"
      />
      <Button secondary>Find</Button>
      {found?.schools.length === 0 ? (
        <p role="status">No school outside the group fits “{found.words}”.</p>
      ) : null}
    </Form>
  );
}

function GroupForm({ view, typed, problems }: Omit<Props, "told">) {
  const { group, districts, trusts, found } = view;
  const at = (field: GroupProblem["field"]) =>
    problems.find((problem) => problem.field === field)?.message;
  return (
    <Form method="post" noValidate key={group.version} className="ir-section">
      <input type="hidden" name="version" value={group.version} />
      {found === null || found.schools.length === 0 ? null : (
        <Checkboxes
          id="picks"
          name="pick"
          legend={`Schools found for “${found.words}”`}
          hint="Tick those to put in, then save the group."
          choices={found.schools.map(({ urn, name, town }) => ({
            value: urn,
            label: `${name}, ${town}, URN ${urn}`,
          }))}
          ticked={[]}
        />
      )}
      <TextInput
        id="name"
        name="name"
        label="Name"
        width="medium"
        defaultValue={typed.name}
        error={at("name")}
        autoComplete="off"
      />
      {group.kind === "trust" || districts.length === 0 ? null : (
        <Checkboxes
          id="districts"
          name="rules"
          legend="Districts in it"
          hint="Every school of these districts in the register is in the group, a new one too."
          choices={districts.map((value) => ({ value: `district:${value}`, label: value }))}
          ticked={typed.rules}
        />
      )}
      {group.kind !== "trust" || trusts.length === 0 ? null : (
        <Checkboxes
          id="trusts"
          name="rules"
          legend="Its name in the register"
          hint="Every school of this trust in the register is in the group, a new one too."
          choices={trusts.map((value) => ({ value: `trust:${value}`, label: value }))}
          ticked={typed.rules}
        />
      )}
      <TextArea
        id="urns"
        name="urns"
        label="Schools put in by hand, by URN"
        hint="One on each line or parted by commas."
        defaultValue={typed.urns}
        error={at("urns")}
      />
      <Button name="intent" value="save">
        Save the group
      </Button>
    </Form>
  );
}

function RemoveForm({ view: { group } }: Pick<Props, "view">) {
  return (
    <Form method="post" className="ir-section">
      <input type="hidden" name="version" value={group.version} />
      <Button secondary name="intent" value="remove">
        Take the group away
      </Button>
      <p className="ir-hint">Its schools stay. Lists that were saved for it show no school.</p>
    </Form>
  );
}
