import { Link } from "@remix-run/react";
import { formatDay } from "~/domain/calendar/format";
import type { DraftView } from "~/services/rounds/view-draft.server";
import { Details } from "../details";
import { TextInput } from "../form/text-input";
import { controlOf } from "../people/problem-at";
import type { StepFieldsProps } from "./draft-page";
import { termsPath } from "./round-paths";

const DAY = { width: "short", autoComplete: "off" } as const;

/** Opening day and deadlines, or how long a confirmation holds; with the terms of the year beside. */
export function DateFields({ view, draft, problems }: StepFieldsProps) {
  const at = (field: string) => controlOf(field, problems);
  return (
    <>
      <TextInput
        {...at("opensOn")}
        label="Opens on"
        hint="Like 7 9 2026. Schools are told at once, and can start on that day."
        defaultValue={draft.opensOn}
        {...DAY}
      />
      {draft.kind === "rolling" ? (
        <TextInput
          {...at("validityMonths")}
          label="A confirmation holds for"
          aside="(months)"
          defaultValue={draft.validityMonths}
          width="number"
          inputMode="numeric"
          autoComplete="off"
        />
      ) : (
        <>
          <TextInput
            {...at("firstDeadline")}
            label="First deadline"
            hint="Often near the end of Term 2. After it a school is reminded."
            defaultValue={draft.firstDeadline}
            {...DAY}
          />
          <TextInput
            {...at("finalDeadline")}
            label="Final deadline"
            hint="Often early in Term 3. Deadlines lock nothing: only closing the round does."
            defaultValue={draft.finalDeadline}
            {...DAY}
          />
        </>
      )}
      <Terms view={view} year={draft.year} />
    </>
  );
}

function Terms({ view, year }: { view: DraftView; year: string }) {
  const found = view.years.find((one) => one.year === year);
  const change = (
    <Link to={`${termsPath(view.organisation.key)}?year=${year}`}>Change the terms</Link>
  );
  if (found === undefined || found.terms.length === 0) {
    return <p className="ir-body">The terms of this year are not in the calendar. {change}</p>;
  }
  return (
    <Details summary={`Terms of ${found.name}`} open>
      <ul className="ir-plain-list">
        {found.terms.map(({ term, from, to }) => (
          <li key={term}>
            Term {term}: {formatDay(from)} to {formatDay(to)}
          </li>
        ))}
      </ul>
      <p>{change}</p>
    </Details>
  );
}
