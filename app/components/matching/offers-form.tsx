import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { MatchingChoices } from "~/domain/matching/choices";
import { choicesQuery, type ChosenBoxes } from "~/forms/visit-matching";
import type { SchoolMatchingView } from "~/services/matching/view-school.server";
import { Button } from "../button";
import { Details } from "../details";
import { Select } from "../form/select";
import { proposePath } from "./matching-paths";
import { PairChoice } from "./pair-choice";

type Props = { view: SchoolMatchingView; planning: MatchingChoices | null };

/** What was sent and did not hold; null on a first look. */
type WithChosen = Props & { chosen: ChosenBoxes | null };

/** The pairs that are offered, and everybody who is free to choose by hand. */
export function OffersForm({ view, planning, chosen }: WithChosen) {
  const { pairs, free, places } = view;
  if (free.length === 0) {
    return (
      <p className="ir-body" id="pair-1">
        No reviewer is free for this school. See why each is not.
      </p>
    );
  }
  return (
    <>
      {pairs.length === 0 ? (
        <p className="ir-body" id="pair-1">
          No two of those who are free may go here together. Choose by hand to see why.
        </p>
      ) : (
        <Sending view={view} planning={planning}>
          <PairChoice
            pairs={pairs}
            name={nameOf(view, planning)}
            legend={legendOf(view)}
            chosen={[chosen?.line, chosen?.coming]}
          />
          <div className="ir-actions">
            <Button>{buttonOf(view, planning)}</Button>
          </div>
        </Sending>
      )}
      <p className="ir-body">
        {places === 1
          ? "They are asked by mail and say yes or no."
          : "The school is asked to agree. Once, without giving a reason, it may ask for another pair."}
      </p>
      <ByHand view={view} planning={planning} chosen={chosen} />
      {view.leaving === null ? null : <StayLink view={view} />}
    </>
  );
}

const COUNT_WORDS = ["No pair", "One pair", "Two pairs", "Three pairs"];

function legendOf({ pairs, places, stayingName }: SchoolMatchingView): string {
  const count = COUNT_WORDS[pairs.length] ?? "Pairs";
  return places === 1 && stayingName !== null ? `${count} with ${stayingName}, who stays` : count;
}

function nameOf({ places }: SchoolMatchingView, planning: MatchingChoices | null): string {
  if (planning !== null) return "pair";
  return places === 1 ? "coming" : "line";
}

function buttonOf({ visit }: SchoolMatchingView, planning: MatchingChoices | null): string {
  if (planning !== null) return "Use this pair in the proposal";
  return visit === null ? "Propose this pair" : "Ask this pair";
}

/** To the proposal at hand, by its address; else it is proposed at once. */
function Sending({ view, planning, children }: Props & { children: ReactNode }) {
  const { organisation, school, visit, leaving, round } = view;
  if (planning !== null) {
    const kept = [...choicesQuery(planning, school.urn)];
    return (
      <Form method="get" action={proposePath(organisation.key)}>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        {children}
      </Form>
    );
  }
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={visit === null ? "propose" : "replace"} />
      <input type="hidden" name="round" value={round.id} />
      <input type="hidden" name="visit" value={visit?.id ?? ""} />
      <input type="hidden" name="leaving" value={leaving?.rowId ?? ""} />
      {children}
    </Form>
  );
}

function ByHand({ view, planning, chosen }: WithChosen) {
  const { free, pairs, places, school } = view;
  const choices = free.map(({ reviewerId, label }) => ({ value: reviewerId, label }));
  const all = [{ value: "", label: "Choose a reviewer" }, ...choices];
  const select = (name: "lead" | "second" | "coming", label: string) => (
    <Select
      id={name}
      name={name}
      label={label}
      choices={all}
      defaultValue={chosen?.[name]}
      width="full"
    />
  );
  const isCard = pairs.some(({ value }) => value === chosen?.coming);
  const byHand = !isCard && [chosen?.lead, chosen?.second, chosen?.coming].some(Boolean);
  return (
    <Details summary="Choose others by hand" open={byHand}>
      <Sending view={view} planning={planning}>
        <input type="hidden" name="for" value={school.urn} />
        {places === 1 ? (
          select("coming", "Reviewer")
        ) : (
          <>
            {select("lead", "Lead reviewer")}
            {select("second", "Second reviewer")}
          </>
        )}
        <Button secondary>{buttonOf(view, planning)}</Button>
      </Sending>
    </Details>
  );
}

const StayLink = ({ view: { school, round } }: { view: SchoolMatchingView }) => (
  <p className="ir-body">
    <Link to={`?${new URLSearchParams({ round: round.id }).toString()}`}>
      Keep the pair for {school.name} as it is
    </Link>
  </p>
);
