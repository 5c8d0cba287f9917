import { Form, Link } from "@remix-run/react";
import type { MatchingChoices } from "~/domain/matching/choices";
import { choicesQuery, pairValue } from "~/forms/visit-matching";
import type {
  BackLineView,
  LeftLineView,
  ProposalView,
  ProposedLineView,
} from "~/services/matching/view-proposal.server";
import { Button } from "../button";
import { Details } from "../details";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { Panel } from "../panels/panel";
import { summaryOf } from "../people/problem-at";
import { Tag } from "../tag";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { ChoicesForm } from "./choices-form";
import { roundVisitsPath } from "./matching-paths";
import { ReasonList } from "./pair-card";

/** What was sent; `ticked` holds the URNs of the schools whose visits were to be proposed. */
export type SentLines = {
  proposed: number;
  back: readonly BackLineView[];
  ticked: readonly string[];
};

type Props = {
  view: ProposalView;
  choices: MatchingChoices;
  sent: SentLines | null;
  whoCanSee: readonly string[];
};

/** "120 visits can be offered: which schools?", then who could visit whom, to edit and confirm. */
export function ProposePage({ view, choices, sent, whoCanSee }: Props) {
  const { organisation, round, proposal } = view;
  const form = <ChoicesForm view={view} choices={choices} />;
  return (
    <Page
      title={titleOf(view)}
      caption={`${view.placed} placed already`}
      back={{ to: roundVisitsPath(organisation.key, round.id), label: `Visits, ${round.title}` }}
      above={<Above view={view} sent={sent} />}
      lede={`${view.reviewers} reviewers may visit in this round. Nothing is sent until you confirm.`}
    >
      {proposal === null ? (
        form
      ) : (
        <>
          <Details summary="Change which schools are offered a visit">{form}</Details>
          <BackLines lines={proposal.back} title="These changes do not hold" />
          <Lines view={view} choices={choices} sent={sent} lines={proposal.lines} />
          <Left lines={proposal.left} />
        </>
      )}
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}

function titleOf({ capacity }: ProposalView): string {
  if (capacity === 0) return "No more visits can be offered";
  return capacity === 1
    ? "1 visit can be offered: which school?"
    : `${capacity} visits can be offered: which schools?`;
}

function Above({ view, sent }: Pick<Props, "view" | "sent">) {
  return (
    <>
      <ErrorSummary errors={summaryOf(view.windowProblems)} />
      {sent === null ? null : (
        <Panel kind="caution" id="sent" title={sentWords(sent)}>
          <BackLines lines={sent.back} title="These came back and were not sent" />
        </Panel>
      )}
    </>
  );
}

function sentWords({ proposed, back }: SentLines): string {
  if (back.length === 0 && proposed === 0) return "Nothing was ticked, so nothing was sent";
  return proposed === 1 ? "1 visit is proposed" : `${proposed} visits are proposed`;
}

const BackLines = ({ lines, title }: { lines: readonly BackLineView[]; title: string }) =>
  lines.length === 0 ? null : (
    <>
      <p className="ir-body ir-strong">{title}:</p>
      <ul className="ir-plain-list">
        {lines.map(({ urn, name, whys }) => (
          <li key={urn}>
            {name}: {whys.join(". ")}
          </li>
        ))}
      </ul>
    </>
  );

type LinesProps = Pick<Props, "view" | "choices" | "sent"> & {
  lines: readonly ProposedLineView[];
};

function Lines({ view, choices, sent, lines }: LinesProps) {
  if (lines.length === 0) return <p className="ir-body">No school can be offered a visit so.</p>;
  const visits = lines.length === 1 ? "1 visit" : `${lines.length} visits`;
  return (
    <Form method="post">
      <h2 className="ir-h2">{visits} could be proposed</h2>
      <p className="ir-body">
        Untick what you do not want. Each school and both reviewers are asked by mail, and say yes
        or no.
      </p>
      <ul className="ir-proposal">
        {lines.map((line) => (
          <Line key={line.urn} line={line} view={view} choices={choices} sent={sent} />
        ))}
      </ul>
      <div className="ir-actions">
        <Button>Propose the ticked visits</Button>
        <Link to={roundVisitsPath(view.organisation.key, view.round.id)}>
          Go back without proposing
        </Link>
      </div>
    </Form>
  );
}

function Line({
  line,
  view,
  choices,
  sent,
}: Omit<LinesProps, "lines"> & { line: ProposedLineView }) {
  const { urn, name, district, because, pair } = line;
  const [lead, second] = pair.people;
  const value = pairValue({ urn, lead: lead.reviewerId, second: second.reviewerId });
  const change = `/organisations/${view.organisation.key}/visits/schools/${urn}`;
  return (
    <li>
      <div className="ir-pick">
        <input
          type="checkbox"
          className="ir-checkbox-input"
          id={`line-${urn}`}
          name="line"
          value={value}
          defaultChecked={sent === null || sent.ticked.includes(urn)}
          aria-describedby={`line-${urn}-pair`}
        />
        <div className="ir-pick-words">
          <label htmlFor={`line-${urn}`}>{name}</label>
        </div>
      </div>
      <div className="ir-proposal-pair">
        <p id={`line-${urn}-pair`}>
          <span className="ir-strong">
            {lead.name} and {second.name}
          </span>
          . {because}
          {district === null ? "" : `, ${district}`}
        </p>
        {pair.questions.length === 0 ? null : <Tag colour="sand">Ask first</Tag>}{" "}
        <Link to={`${change}?${choicesQuery(choices).toString()}`}>
          Choose others<span className="govuk-visually-hidden"> for {name}</span>
        </Link>
        <Details
          summary={
            <>
              Why these two<span className="govuk-visually-hidden"> for {name}</span>
            </>
          }
        >
          <ReasonList pair={pair} />
        </Details>
      </div>
    </li>
  );
}

function Left({ lines }: { lines: readonly LeftLineView[] }) {
  if (lines.length === 0) return null;
  return (
    <Details summary={`Schools without a visit in this proposal: ${lines.length}`}>
      <table className="ir-table ir-table-stacked">
        <caption className="govuk-visually-hidden">Schools left, with why</caption>
        <thead>
          <tr>
            <th scope="col">School</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ urn, name, why }) => (
            <tr key={urn}>
              <th scope="row">{name}</th>
              <td data-heading="Why">{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Details>
  );
}
