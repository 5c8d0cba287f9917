import { Form } from "@remix-run/react";
import { AUDIT_KIND_WORDS, AUDIT_KINDS } from "~/domain/audit/kinds";
import type { AuditQuery } from "~/forms/audit-filter";
import type { AuditView } from "~/services/audit/views";
import { Button } from "../button";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";

/** Said where a day cannot be read. */
export const DAY_PROBLEM = {
  from: "Write the first day like 4 September 2026",
  to: "Write the last day like 18 December 2026",
} as const;

type FilterProps = { view: AuditView; query: AuditQuery };

/** Narrows the record by person, kind and days. A GET form, so that its address can be kept. */
export function AuditFilterForm({ view, query }: FilterProps) {
  const { person, kind } = view.filter;
  const people = view.people.map(({ id, name }) => ({ value: id, label: name }));
  const kinds = AUDIT_KINDS.map((each) => ({ value: each, label: AUDIT_KIND_WORDS[each] }));
  const label = { labelStyle: "small" } as const;
  return (
    <Form method="get" className="ir-panel ir-filter" key={JSON.stringify(query)}>
      <Select
        {...label}
        id="person"
        name="person"
        label="Person"
        choices={[{ value: "", label: "Everyone" }, ...people]}
        defaultValue={person ?? ""}
      />
      <Select
        {...label}
        id="kind"
        name="kind"
        label="Kind"
        choices={[{ value: "", label: "Everything" }, ...kinds]}
        defaultValue={kind ?? ""}
      />
      <TextInput
        {...label}
        id="from"
        name="from"
        label="From"
        width="medium"
        defaultValue={query.typed.from}
        error={query.unreadable.includes("from") ? DAY_PROBLEM.from : undefined}
      />
      <TextInput
        {...label}
        id="to"
        name="to"
        label="To"
        width="medium"
        defaultValue={query.typed.to}
        error={query.unreadable.includes("to") ? DAY_PROBLEM.to : undefined}
      />
      <Button secondary>Show</Button>
    </Form>
  );
}
