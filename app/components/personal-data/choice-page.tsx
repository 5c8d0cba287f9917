import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { SCHOOL_YEARS, type TypedChoice } from "~/domain/personal-data/retention-settings";
import type { ChoiceView, ReviewGoing } from "~/services/personal-data/retention-choice.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Radios } from "../form/radios";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { controlOf, summaryOf } from "../people/problem-at";

export type SentChoice = {
  typed: TypedChoice;
  problems: { field: "keep" | "schoolYears"; message: string }[];
  preview: { seen: string; reviews: ReviewGoing[] } | null;
};

type Props = { view: ChoiceView; sent: SentChoice | null; saved: boolean };

/** How long a school keeps its own self-reviews: a headteacher's choice. */
export function ChoicePage({ view, sent, saved }: Props) {
  const { school, version } = view;
  const problems = sent?.problems ?? [];
  const preview = sent?.preview ?? null;
  const typed = sent?.typed ?? typedOf(view);
  return (
    <Page
      template="thing"
      title="How long your own self-reviews are kept"
      caption={school.name}
      above={
        <>
          {saved ? <Notice>Your choice is kept. Nothing goes without a mail first.</Notice> : null}
          <ErrorSummary errors={summaryOf(problems)} />
        </>
      }
      lede="Signed copies always stay. This is about self-reviews that nobody ever signed: private ones, and those whose round closed."
    >
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="seen" value={preview?.seen ?? ""} />
        <Radios
          {...controlOf("keep", problems)}
          legend="Keep them"
          choices={[
            { value: "for-good", label: "For good", hint: "As long as nobody chooses otherwise" },
            {
              value: "years",
              label: "For some school years after they were last touched",
              hint: "Head and coordinator are told by mail 30 days before one goes",
            },
          ]}
          chosen={typed.keep}
        />
        <TextInput
          {...controlOf("schoolYears", problems)}
          label="School years"
          hint={`From ${SCHOOL_YEARS.least} to ${SCHOOL_YEARS.most}. A school year ends on 31 August.`}
          defaultValue={typed.schoolYears}
          inputMode="numeric"
          width="number"
          autoComplete="off"
        />
        {preview === null ? null : <GoingTable reviews={preview.reviews} />}
        <Button>{preview === null ? "Go on" : "Keep them this long"}</Button>
      </Form>
      {preview === null ? <GoingTable reviews={view.reviews} /> : null}
    </Page>
  );
}

const typedOf = ({ schoolYears }: ChoiceView): TypedChoice =>
  schoolYears === null
    ? { keep: "for-good", schoolYears: "" }
    : { keep: "years", schoolYears: String(schoolYears) };

function GoingTable({ reviews }: { reviews: readonly ReviewGoing[] }) {
  const going = reviews.filter(({ goesOn }) => goesOn !== null).length;
  if (reviews.length === 0) {
    return <p className="ir-body">There is no self-review that nobody signed.</p>;
  }
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="ir-h3">
        Self-reviews nobody signed: {reviews.length}, of which {going} would go one day
      </caption>
      <thead>
        <tr>
          <th scope="col">Self-review</th>
          <th scope="col">Last touched</th>
          <th scope="col">Goes</th>
        </tr>
      </thead>
      <tbody>
        {reviews.map(({ title, touchedAt, goesOn, told }) => (
          <tr key={`${title} ${touchedAt.toISOString()}`}>
            <td data-heading="Self-review">{title}</td>
            <td data-heading="Last touched">{formatDate(touchedAt)}</td>
            <td data-heading="Goes">{goesWords({ goesOn, told })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function goesWords({ goesOn, told }: Pick<ReviewGoing, "goesOn" | "told">): string {
  if (goesOn === null) return "Is kept";
  return told
    ? `On ${formatDate(goesOn)}, as you were told`
    : `Not before ${formatDate(goesOn)}, and after a mail`;
}
