import { Link } from "@remix-run/react";
import type { VisitsShown } from "~/domain/matching/round-visits";
import type { RoundVisitsView, RoundVisitView } from "~/services/matching/list-round-visits.server";
import { ButtonLink } from "../button";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Tag } from "../tag";
import { stepLine } from "../visits/step-list";
import { VisitStateTag } from "../visits/visit-state-tag";
import { dayWords, hoursWords } from "../visits/when-words";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import {
  proposePath,
  roundVisitsPath,
  schoolMatchingPath,
  visitFiguresPath,
} from "./matching-paths";

const SHOWS: Record<VisitsShown, string> = {
  all: "All visits",
  asking: "Waiting for a yes",
  missing: "A reviewer is missing",
  "to-come": "To come",
  writing: "Being written up",
  ended: "Closed",
  cancelled: "Cancelled",
  late: "Late",
};

type Props = { view: RoundVisitsView; told: string | null; whoCanSee: readonly string[] };
type Round = NonNullable<RoundVisitsView["round"]>;

/** The visits of a round: where each stands, who is late, and how many more can be offered. Never what was seen. */
export function RoundVisitsPage({ view, told, whoCanSee }: Props) {
  const { round, organisation } = view;
  if (round === null) {
    return (
      <Page title="Visits" caption={organisation.name}>
        <p className="ir-body">
          Visits look at what schools signed in a review round, and {organisation.name} has none
          yet.
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="Visits"
      caption={round.title}
      lede={capacityWords(view)}
      above={told === null ? null : <Notice>{told}</Notice>}
    >
      <Rounds view={view} round={round} />
      <p className="ir-actions">
        <ButtonLink to={`${proposePath(organisation.key)}?round=${round.id}`}>
          Propose visits
        </ButtonLink>
        <Link to={`/organisations/${organisation.key}/reviewers`}>Reviewers</Link>
        <Link to={visitFiguresPath(organisation.key)}>Figures of closed visits</Link>
      </p>
      <Tiles view={view} round={round} />
      <VisitsTable view={view} round={round} />
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}

function capacityWords({ capacity: { left, placed, reviewers } }: RoundVisitsView): string {
  const visits = left === 1 ? "1 more visit" : `${left} more visits`;
  return `${placed} of ${placed + left} offered visits placed. ${reviewers} reviewers can make ${visits} between them.`;
}

type PartProps = { view: RoundVisitsView; round: Round };

function Rounds({ view, round }: PartProps) {
  if (view.rounds.length < 2) return null;
  return (
    <ul className="ir-round-list" aria-label="Review rounds">
      {view.rounds.map(({ id, title, closed }) => (
        <li key={id}>
          <Link
            to={roundVisitsPath(view.organisation.key, id)}
            aria-current={id === round.id ? "true" : undefined}
          >
            {title}
            {closed ? " (closed)" : ""}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Tiles({ view, round }: PartProps) {
  const path = roundVisitsPath(view.organisation.key, round.id);
  return (
    <ul className="ir-tiles ir-state-tiles" aria-label="Visits by where they stand">
      {view.counts.map(({ shows, count }) => (
        <li className="ir-tile" key={shows}>
          <span className="ir-tile-figure">{count}</span>{" "}
          <Link
            to={shows === "all" ? path : `${path}&shows=${shows}`}
            aria-current={view.shows === shows ? "true" : undefined}
          >
            {SHOWS[shows]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function VisitsTable({ view, round }: PartProps) {
  if (view.visits.length === 0) {
    return (
      <p className="ir-body">
        {view.shows === "all"
          ? "No visit is proposed yet. Choose how many schools are offered one."
          : "No visit stands here. Choose another group."}
      </p>
    );
  }
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="govuk-visually-hidden">{SHOWS[view.shows]}</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">Reviewers</th>
          <th scope="col">Day</th>
          <th scope="col">State</th>
          <th scope="col">What is next</th>
        </tr>
      </thead>
      <tbody>
        {view.visits.map((visit) => (
          <VisitRow key={visit.id} visit={visit} place={{ key: view.organisation.key, round }} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { visit: RoundVisitView; place: { key: string; round: Round } };

const VisitRow = ({ visit, place: { key, round } }: RowProps) => (
  <tr>
    <th scope="row">
      <Link to={schoolMatchingPath(key, { urn: visit.urn, roundId: round.id })}>
        {visit.schoolName}
      </Link>
    </th>
    <td data-heading="Reviewers">
      {visit.reviewers.map(({ name, accepted }) => (
        <span className="ir-summary-note" key={name}>
          {name}
          {accepted ? "" : ", asked"}
        </span>
      ))}
      {visit.reviewers.length < 2 && visit.state === "proposed" ? (
        <Tag colour="sand">{visit.reviewers.length === 1 ? "One is missing" : "Both missing"}</Tag>
      ) : null}
    </td>
    <td data-heading="Day">
      {dayWords(visit)}
      {visit.visitOn === null ? null : (
        <span className="ir-summary-note ir-muted">{hoursWords(visit)}</span>
      )}
    </td>
    <td data-heading="State">
      <VisitStateTag state={visit.state} />
    </td>
    <td data-heading="What is next">
      {visit.steps.length === 0
        ? "Nothing"
        : visit.steps.map((step) => (
            <span className="ir-summary-note" key={`${step.step} ${step.words}`}>
              {stepLine([step])}
            </span>
          ))}
      {visit.late ? <Tag colour="sand">Late</Tag> : null}
    </td>
  </tr>
);
