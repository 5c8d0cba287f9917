import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { MatchingChoices } from "~/domain/matching/choices";
import { choicesQuery } from "~/forms/visit-matching";
import type { SchoolMatchingView } from "~/services/matching/view-school.server";
import { Button } from "../button";
import { Details } from "../details";
import { Select } from "../form/select";
import { proposePath } from "./matching-paths";
import { PairChoice } from "./pair-choice";

type Props = { view: SchoolMatchingView; planning: MatchingChoices | null };

/** The pairs that are offered, and everybody who is free to choose by hand. */
export function OffersForm({ view, planning }: Props) {
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
          <PairChoice pairs={pairs} name={nameOf(view, planning)} legend={legendOf(view)} />
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
      <ByHand view={view} planning={planning} />
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

function ByHand({ view, planning }: Props) {
  const { free, places, school } = view;
  const choices = free.map(({ reviewerId, label }) => ({ value: reviewerId, label }));
  const all = [{ value: "", label: "Choose a reviewer" }, ...choices];
  return (
    <Details summary="Choose others by hand">
      <Sending view={view} planning={planning}>
        <input type="hidden" name="for" value={school.urn} />
        {places === 1 ? (
          <Select id="coming" name="coming" label="Reviewer" choices={all} width="full" />
        ) : (
          <>
            <Select id="lead" name="lead" label="Lead reviewer" choices={all} width="full" />
            <Select id="second" name="second" label="Second reviewer" choices={all} width="full" />
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
