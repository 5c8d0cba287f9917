import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatDate } from "~/domain/calendar/format";
import type { SchemeView } from "~/services/confirmations/view-scheme.server";
import { Button } from "../button";
import { leadWords } from "./scheme-words";

/** Which thing is missing, whose authority, and leads to write to: all in the address. */
export function SchemeFilterForm({ view }: { view: SchemeView }) {
  const { filter, list, september } = view;
  return (
    <Form method="get" className="ir-panel ir-filter">
      {filter.points ? <input type="hidden" name="points" value={filter.points} /> : null}
      {filter.status ? <input type="hidden" name="status" value={filter.status} /> : null}
      <Choice name="missing" label="Thing missing" value={filter.missing} any="Any, or none">
        {list.missing.map(({ key, short, count }) => (
          <option key={key} value={key}>
            {key === "training" ? short : `${key} ${short}`} ({count})
          </option>
        ))}
      </Choice>
      <Choice name="authority" label="Local authority" value={filter.authority} any="All">
        {list.authorities.map((authority) => (
          <option key={authority}>{authority}</option>
        ))}
      </Choice>
      <Choice name="leads" label="Leads" value={filter.leads} any="All">
        {list.leads.map(({ filter: lead, count }) => (
          <option key={lead} value={lead}>
            {leadWords(lead, formatDate(september))} ({count})
          </option>
        ))}
      </Choice>
      <Button secondary>Show schools</Button>
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | null;
  any: string;
  children: ReactNode;
};

function Choice({ name, label, value, any, children }: ChoiceProps) {
  return (
    <div>
      <label className="ir-label ir-label-small" htmlFor={name}>
        {label}
      </label>
      <select className="ir-input" id={name} name={name} key={value} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {children}
      </select>
    </div>
  );
}
