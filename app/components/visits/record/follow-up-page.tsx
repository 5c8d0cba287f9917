import { Form } from "@remix-run/react";
import { namesQuestion } from "~/domain/people/names-question";
import { formatDate, formatDay } from "~/domain/calendar/format";
import { FOLLOW_UP_LIMITS, RATING_WORDS } from "~/domain/visit/follow-up";
import type { FollowUpProblem, FollowUpView } from "~/services/visits/follow-up.server";
import { Button } from "../../button";
import { ErrorSummary } from "../../form/error-summary";
import { NamesQuestion } from "../../form/names-question";
import { Radios } from "../../form/radios";
import { TextArea } from "../../form/text-area";
import { Notice } from "../../panels/notice";
import { VisitPage } from "../visit-page";

export type SentFollowUp = {
  problems: FollowUpProblem[];
  typed: { rating: string; ratingWords: string; whatWeDid: string };
};

type FollowUpPageProps = { view: FollowUpView; sent: SentFollowUp | null; done: string | null };

const DONE: Record<string, string> = {
  rating: "Thank you. It counts in a figure over all visits, never by reviewer.",
  "what-we-did": "Sent. The two reviewers are told.",
};

/** After the visit: how it was, and four weeks on what came of it. */
export function FollowUpPage({ view, sent, done }: FollowUpPageProps) {
  const said = DONE[done ?? ""];
  const errorAt = (field: string) =>
    sent?.problems.filter((one) => one.field === field).map(errorText)[0];
  return (
    <VisitPage
      title="What came of the visit"
      caption={view.schoolName}
      hasBox={view.may === "write"}
      whoCanSee={view.whoCanSee}
      above={
        <>
          <ErrorSummary
            errors={(sent?.problems ?? []).map((one) => ({
              fieldId: one.field,
              text: errorText(one),
            }))}
          />
          {said === undefined ? null : <Notice>{said}</Notice>}
        </>
      }
    >
      {view.closed ? null : <p>This opens once the record is closed.</p>}
      {view.closed && view.may === "write" ? (
        <>
          <RatingForm view={view} sent={sent} errorAt={errorAt} />
          <DidForm view={view} sent={sent} errorAt={errorAt} />
        </>
      ) : null}
      {view.closed && view.may === "read" ? <DidReading view={view} /> : null}
    </VisitPage>
  );
}

function errorText(problem: FollowUpProblem): string {
  const { field, code } = problem;
  if (code === "names") return namesQuestion(problem.names);
  if (code === "changed-since")
    return "Somebody changed this after you opened the page. Read it again, then save";
  if (code === "upn") return "Take out what looks like a pupil number (UPN)";
  if (field === "rating") return "Choose how useful the visit was";
  if (code === "too-long") return `Write ${FOLLOW_UP_LIMITS[field]} characters or fewer`;
  return "Say in a few lines what you did";
}

type FormProps = {
  view: FollowUpView;
  sent: SentFollowUp | null;
  errorAt: (field: string) => string | undefined;
};

type AsksNamesProps = Pick<FormProps, "sent"> & { field: FollowUpProblem["field"] };

/** In the form that was sent, where its words may name a child. */
const AsksNames = ({ sent, field }: AsksNamesProps) =>
  sent?.problems.some((one) => one.code === "names" && one.field === field) ? (
    <NamesQuestion id={`${field}-names`} name="namesConfirmed" />
  ) : null;

const RATINGS = Object.entries(RATING_WORDS).map(([value, label]) => ({ value, label }));

const RatingForm = ({ view, sent, errorAt }: FormProps) => (
  <Form method="post" noValidate className="ir-section">
    <input type="hidden" name="says" value="rating" />
    <input type="hidden" name="version" value={view.version} />
    <Radios
      id="rating"
      name="rating"
      legend="How useful was the visit to your school?"
      choices={RATINGS}
      chosen={sent?.typed.rating ?? String(view.rating ?? "")}
      error={errorAt("rating")}
    />
    <TextArea
      id="ratingWords"
      name="ratingWords"
      label="In your own words, if you like"
      limit={FOLLOW_UP_LIMITS.ratingWords}
      hint={`Up to ${FOLLOW_UP_LIMITS.ratingWords} characters`}
      warnNames
      defaultValue={sent?.typed.ratingWords ?? view.ratingWords}
      error={errorAt("ratingWords")}
    />
    <AsksNames sent={sent} field="ratingWords" />
    <Button secondary>Save how it was</Button>
  </Form>
);

function DidForm({ view, sent, errorAt }: FormProps) {
  const { from, by, opened, version } = view;
  if (!opened)
    return (
      <p>
        {from === null
          ? "There is no day to count from."
          : `From ${formatDay(from)} you say here what you did with it.`}
      </p>
    );
  return (
    <Form method="post" noValidate className="ir-section">
      <input type="hidden" name="says" value="what-we-did" />
      <input type="hidden" name="version" value={version} />
      <TextArea
        id="whatWeDid"
        name="whatWeDid"
        label="What you did with the visit"
        limit={FOLLOW_UP_LIMITS.whatWeDid}
        hint={`${by === null ? "" : `By ${formatDay(by)}. `}Up to ${FOLLOW_UP_LIMITS.whatWeDid} characters. The two reviewers read it.`}
        warnNames
        rows={6}
        defaultValue={sent?.typed.whatWeDid ?? view.whatWeDid}
        error={errorAt("whatWeDid")}
      />
      <AsksNames sent={sent} field="whatWeDid" />
      <Button>Tell the reviewers</Button>
    </Form>
  );
}

const DidReading = ({ view: { whatWeDid, givenAt, schoolName, by } }: { view: FollowUpView }) =>
  givenAt === null ? (
    <p>
      {schoolName} writes here what it did{by === null ? "" : `, by ${formatDay(by)}`}.
    </p>
  ) : (
    <section className="ir-section">
      <h2 className="ir-h2">What the school did</h2>
      <p className="ir-as-typed">{whatWeDid}</p>
      <p className="ir-hint">Written on {formatDate(givenAt)}</p>
    </section>
  );
