import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { REASON_MAX, type TypedExtension } from "~/domain/round/extension";
import type { RoundSchoolPageView } from "~/services/rounds/view-round-school.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { TextArea } from "../form/text-area";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { controlOf, summaryOf } from "../people/problem-at";
import { SummaryTable, type SummaryRow } from "../summary-table";
import type { FieldProblem } from "./draft-page";
import { roundPath } from "./round-paths";

export type SchoolAct = "extend" | "withdraw";

type Props = {
  view: RoundSchoolPageView;
  /** Which of the two forms was sent, and what was typed in it. */
  sent: { act: SchoolAct; typed: TypedExtension; problems: readonly FieldProblem[] } | null;
};

const NOTHING: TypedExtension = { firstDeadline: "", finalDeadline: "", reason: "" };

/** One school of a round: more time, or out of it. Either is told to the school with the reason. */
export function RoundSchoolPage({ view, sent }: Props) {
  const { organisation, round, school } = view;
  const problems = (sent?.problems ?? []).map(({ field, message }) => ({
    field: `${sent?.act ?? ""}-${field}`,
    message,
  }));
  const typedIn = (act: SchoolAct) => (sent?.act === act ? sent.typed : NOTHING);
  const isIn = view.withdrawn === null;
  const mayExtend = isIn && !round.closed && !round.rolling;
  return (
    <Page
      title={school.name}
      caption={round.title}
      template="thing"
      back={{ to: roundPath(organisation.key, round.id), label: round.title }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
    >
      <SummaryTable rows={factRows(view)} />
      {mayExtend ? (
        <ExtendForm now={view.finalDeadline} typed={typedIn("extend")} problems={problems} />
      ) : null}
      {isIn ? <WithdrawForm typed={typedIn("withdraw")} problems={problems} /> : null}
    </Page>
  );
}

const STANDS = {
  expected: "Expected: nobody works there yet, so it is not invited",
  invited: "Invited",
  joined: "Joined",
};

function factRows(view: RoundSchoolPageView): SummaryRow[] {
  const { firstDeadline, finalDeadline, extended, withdrawn, readers, participation } = view;
  const day = (term: string, date: string | null) =>
    date === null ? [] : [{ term, value: formatDate(date) }];
  const done = (term: string, one: { at: Date; reason: string } | null) =>
    one === null ? [] : [{ term, value: formatDate(one.at), note: one.reason }];
  return [
    { term: "Stands as", value: STANDS[participation] },
    ...day("First deadline", firstDeadline),
    ...day("Final deadline", finalDeadline),
    ...done("More time given", extended),
    ...done("Withdrawn", withdrawn),
    {
      term: "Told by mail",
      value: readers.length === 0 ? "Nobody leads this school here yet" : readers.join(", "),
    },
  ];
}

type FormProps = { typed: TypedExtension; problems: readonly FieldProblem[] };

function ExtendForm({ now, typed, problems }: FormProps & { now: string | null }) {
  const control = (field: keyof TypedExtension) => ({
    ...controlOf(`extend-${field}`, problems),
    name: field,
    defaultValue: typed[field],
  });
  const until = now === null ? "" : ` It is ${formatDate(now)} now.`;
  return (
    <Form method="post" noValidate className="ir-section">
      <h2 className="ir-h2">Give this school more time</h2>
      <TextInput
        {...control("firstDeadline")}
        label="New first deadline"
        aside="(as it is, if empty)"
        width="short"
        autoComplete="off"
      />
      <TextInput
        {...control("finalDeadline")}
        label="New final deadline"
        hint={`Like 29 1 2027.${until}`}
        width="short"
        autoComplete="off"
      />
      <TextArea
        {...control("reason")}
        label="Why it has more time"
        hint="The school reads it in the mail."
        warnNames
        limit={REASON_MAX}
      />
      <Button name="intent" value="extend">
        Give more time and tell the school
      </Button>
    </Form>
  );
}

function WithdrawForm({ typed, problems }: FormProps) {
  return (
    <Form method="post" noValidate className="ir-section">
      <h2 className="ir-h2">Take this school out of the round</h2>
      <p className="ir-body">
        It is not counted any more and its signed copies are not read by officers. The school keeps
        what it wrote. It cannot be put back into this round.
      </p>
      <TextArea
        {...controlOf("withdraw-reason", problems)}
        name="reason"
        label="Why it is taken out"
        hint="The school reads it in the mail."
        warnNames
        limit={REASON_MAX}
        defaultValue={typed.reason}
      />
      <Button secondary name="intent" value="withdraw">
        Take the school out and tell it
      </Button>
    </Form>
  );
}
