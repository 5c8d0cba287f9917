import { Form, Link } from "@remix-run/react";
import { TERM_NUMBERS, type TermProblem, type TypedTerms } from "~/domain/calendar/judge-terms";
import type { TermsView } from "~/services/organisation/terms.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { controlOf, summaryOf } from "../people/problem-at";
import { termsPath } from "./round-paths";

type Props = {
  view: TermsView;
  typed: TypedTerms;
  version: number;
  problems: readonly TermProblem[];
  conflict: boolean;
  told: boolean;
};

/** The six terms of a year, to write or change. Working days, deadlines and mail follow them. */
export function TermsPage({ view, typed, version, problems, conflict, told }: Props) {
  const { organisation, years, year } = view;
  const errors = [...conflictLine(conflict), ...summaryOf(problems)];
  return (
    <Page
      title={`Terms of ${year.name}`}
      caption={organisation.name}
      template="thing"
      back={{ to: `/organisations/${organisation.key}/settings`, label: "Settings" }}
      above={
        told && errors.length === 0 ? (
          <Notice>The terms are kept. Rounds, visits and mail follow them from now on.</Notice>
        ) : (
          <ErrorSummary errors={errors} />
        )
      }
      lede="Days outside the terms are school holidays. Deadlines of open rounds stay as they are."
    >
      <ul className="ir-round-list" aria-label="Academic years">
        {years.map((one) => (
          <li key={one.year}>
            <Link
              to={`${termsPath(organisation.key)}?year=${one.year}`}
              aria-current={one.year === year.year ? "true" : undefined}
            >
              {one.name}
              {one.terms.length === 0 ? " (not known yet)" : ""}
            </Link>
          </li>
        ))}
      </ul>
      <Form method="post" noValidate id="terms" key={year.year}>
        <input type="hidden" name="version" value={version} />
        {TERM_NUMBERS.map((term) => (
          <fieldset className="ir-fieldset" key={term}>
            <legend className="ir-label">Term {term}</legend>
            <div className="ir-day-pair">
              <DayBox field={`from${term}`} label="First day" {...{ typed, problems }} />
              <DayBox field={`to${term}`} label="Last day" {...{ typed, problems }} />
            </div>
          </fieldset>
        ))}
        <Button>Save the terms</Button>
      </Form>
    </Page>
  );
}

type BoxProps = { field: string; label: string } & Pick<Props, "typed" | "problems">;

const DayBox = ({ field, label, typed, problems }: BoxProps) => (
  <TextInput
    {...controlOf(field, problems)}
    label={label}
    labelStyle="small"
    defaultValue={typed[field] ?? ""}
    width="short"
    autoComplete="off"
  />
);

const conflictLine = (conflict: boolean) =>
  conflict
    ? [
        {
          fieldId: "terms",
          text: "Somebody else changed these terms while you were here. What you typed is below: save again to keep it",
        },
      ]
    : [];
