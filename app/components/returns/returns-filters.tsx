import { Form, Link } from "@remix-run/react";
import type { ReturnsView } from "~/services/returns/view-returns.server";
import { Button } from "../button";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";

type ReturnsFiltersProps = { view: ReturnsView; roundId: string };

/** Narrows the list by name, district, phase and group; all of it stands in the address. */
export function ReturnsFilters({ view, roundId }: ReturnsFiltersProps) {
  const { filter, choices, organisation } = view;
  const { state, sort, down, search, phase, group } = filter;
  return (
    <>
      <Form method="get" className="ir-panel ir-filter" key={JSON.stringify(filter)}>
        <input type="hidden" name="round" value={roundId} />
        {state === null ? null : <input type="hidden" name="state" value={state} />}
        {sort === "name" ? null : <input type="hidden" name="sort" value={sort} />}
        {down ? <input type="hidden" name="down" value="1" /> : null}
        <TextInput
          id="search"
          name="search"
          label="School name or URN"
          labelStyle="small"
          defaultValue={search ?? ""}
          autoComplete="off"
        />
        <Select
          id="district"
          name="district"
          label="District"
          labelStyle="small"
          choices={districtChoices(view)}
          defaultValue={filter.district ?? (view.mine.length > 0 ? "mine" : "all")}
        />
        <Select
          id="phase"
          name="phase"
          label="Phase"
          labelStyle="small"
          choices={[
            { value: "", label: "All phases" },
            ...choices.phases.map((value) => ({ value, label: value })),
          ]}
          defaultValue={phase ?? ""}
        />
        {choices.groups.length === 0 ? null : (
          <Select
            id="group"
            name="group"
            label="Group"
            labelStyle="small"
            choices={[
              { value: "", label: "All schools" },
              ...choices.groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={group ?? ""}
          />
        )}
        <Button secondary>Show schools</Button>
      </Form>
      {choices.lists.length === 0 ? null : (
        <ul className="ir-link-row" aria-label="Your lists">
          {choices.lists.map(({ id, name, query }) => (
            <li key={id}>
              <Link to={`/organisations/${organisation.key}/returns?round=${roundId}&${query}`}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function districtChoices({ mine, choices }: ReturnsView) {
  return [
    ...(mine.length > 0 ? [{ value: "mine", label: `My districts (${mine.length})` }] : []),
    { value: "all", label: "All districts" },
    ...choices.districts.map((district) => ({ value: district, label: district })),
  ];
}
