import { Form } from "@remix-run/react";
import { formatDay } from "~/domain/calendar/format";
import { spellWords } from "~/domain/visit/closed-spells";
import { MOST_DAYS } from "~/domain/visit/day-offers";
import type { DayOfferView, VisitProblemView, VisitView } from "~/services/visits/views";
import { Button } from "../button";
import { Details } from "../details";
import { TextInput } from "../form/text-input";

export type TypedDays = { days: readonly string[]; startsAt: string; endsAt: string };
type DaysPanelProps = {
  visit: VisitView;
  typed: TypedDays | null;
  problems: readonly VisitProblemView[];
};

const USUAL: TypedDays = { days: [], startsAt: "09:00", endsAt: "15:30" };

/** Days put forward, to take one or to put forward others. */
export function DaysPanel({ visit, typed, problems }: DaysPanelProps) {
  const { offers, state } = visit;
  const theirs = offers.filter(({ ours }) => !ours);
  const ours = offers.filter((one) => one.ours);
  const isOpen = state === "accepted" || typed !== null || offers.length > 0;
  return (
    <section className="ir-section" aria-labelledby="days">
      <h2 className="ir-h2" id="days">
        {state === "dated" ? "Move the day" : "Agree a day"}
      </h2>
      {theirs.length === 0 ? null : <TakeOne offers={theirs} problems={problems} />}
      {ours.length === 0 ? null : <OursList offers={ours} />}
      <Details summary={summaryOf(theirs.length, ours.length)} open={isOpen && theirs.length === 0}>
        <ClosedDays closed={visit.closed} />
        <ProposeForm typed={typed ?? USUAL} problems={problems} />
      </Details>
    </section>
  );
}

function summaryOf(theirs: number, ours: number): string {
  if (theirs > 0) return "None of these suits: put forward others";
  return ours > 0 ? "Put forward others instead" : "Put forward up to five days";
}

type TakeOneProps = {
  offers: readonly DayOfferView[];
  problems: readonly VisitProblemView[];
};

function TakeOne({ offers, problems }: TakeOneProps) {
  const wrong = problems.find(({ field }) => field === "day");
  return (
    <Form method="post" id="day">
      <input type="hidden" name="intent" value="agree-day" />
      <p className="ir-body">{offers[0]?.byName} puts forward:</p>
      {wrong ? (
        <p className="ir-error-text">
          <span className="govuk-visually-hidden">Error: </span>
          {wrong.message}
        </p>
      ) : null}
      <ul className="ir-list">
        {offers.map(({ day, startsAt, endsAt }) => (
          <li className="ir-list-row" key={day}>
            <div className="ir-list-main">
              <p className="ir-list-title">{formatDay(day)}</p>
              <p className="ir-list-note">
                {startsAt} to {endsAt}
              </p>
            </div>
            <Button name="day" value={day} secondary>
              Take this day
              <span className="govuk-visually-hidden">, {formatDay(day)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Form>
  );
}

const OursList = ({ offers }: { offers: readonly DayOfferView[] }) => (
  <>
    <p className="ir-body">Put forward by your side; the other side takes one:</p>
    <ul className="ir-plain-list">
      {offers.map(({ day, startsAt, endsAt }) => (
        <li key={day}>
          {formatDay(day)}, {startsAt} to {endsAt}
        </li>
      ))}
    </ul>
  </>
);

/** "Oakfold and Ashfold", each once. */
const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat("en-GB").format(new Set(names));

function ClosedDays({ closed }: Pick<VisitView, "closed">) {
  return closed.map(({ names, spells }) => (
    <div key={names.join(" ")}>
      <p className="ir-hint">
        {spells.length === 0
          ? `Holidays of ${listOf(names)} are not known here. Check them yourself.`
          : `No school at ${listOf(names)}:`}
      </p>
      <ul className="ir-plain-list ir-hint">
        {spells.map((spell) => (
          <li key={spell.from}>{spellWords(spell)}</li>
        ))}
      </ul>
    </div>
  ));
}

function ProposeForm({
  typed,
  problems,
}: {
  typed: TypedDays;
  problems: DaysPanelProps["problems"];
}) {
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const numbers = Array.from({ length: MOST_DAYS }, (_, index) => index + 1);
  return (
    <Form method="post" noValidate>
      <fieldset className="ir-fieldset ir-days">
        <legend className="ir-label">Days that suit you</legend>
        {numbers.map((number) => (
          <TextInput
            key={number}
            id={`day-${number}`}
            name="days"
            type="date"
            label={`Day ${number}`}
            labelStyle="small"
            width="medium"
            defaultValue={typed.days[number - 1] ?? ""}
            error={errorOf(`day-${number}`)}
          />
        ))}
      </fieldset>
      <div className="ir-field-row">
        <TextInput
          id="startsAt"
          name="startsAt"
          type="time"
          label="From"
          labelStyle="small"
          width="short"
          defaultValue={typed.startsAt}
          error={errorOf("startsAt")}
        />
        <TextInput
          id="endsAt"
          name="endsAt"
          type="time"
          label="Until"
          labelStyle="small"
          width="short"
          defaultValue={typed.endsAt}
        />
      </div>
      <div className="ir-actions">
        <Button name="intent" value="propose-days">
          Put these days forward
        </Button>
      </div>
    </Form>
  );
}
