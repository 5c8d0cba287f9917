import { Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { agreementSentence, readingSentences } from "~/domain/figures/figure-words";
import type { RatingFigure } from "~/domain/figures/visit-ratings";
import type {
  AgreementOfTwo,
  RoundFigures,
  VisitFiguresView,
} from "~/services/figures/visit-figures.server";
import { visitFiguresPath } from "../matching/matching-paths";
import { Page } from "../page";
import { ViewWord } from "../visits/combine/view-word";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { AgreementChart } from "./agreement-chart";
import { AgreementTable } from "./agreement-table";

type PageProps = { view: VisitFiguresView; whoCanSee: readonly string[] };

/** What the closed visits of a round come to: never by reviewer, and no school, district or trust in an order. */
export function VisitFiguresPage({ view, whoCanSee }: PageProps) {
  const { round, figures, organisation } = view;
  if (round === null || figures === null) {
    return (
      <Page title="Figures of visits" caption={organisation.name}>
        <p className="ir-body">
          Figures come from the closed visits of a review round, and {organisation.name} has none
          yet.
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="Figures of visits"
      caption={round.title}
      lede="How the views of reviewers stand to what schools said of themselves. Nothing here is about a reviewer or about one school."
    >
      <Rounds view={view} roundId={round.id} />
      <Agreement figures={figures} />
      <AsAt view={view} figures={figures} roundId={round.id} />
      <TwoReviewers reviewers={figures.reviewers} />
      <Rating rating={figures.rating} />
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}

function Rounds({ view, roundId }: { view: VisitFiguresView; roundId: string }) {
  if (view.rounds.length < 2) return null;
  return (
    <ul className="ir-round-list" aria-label="Review rounds">
      {view.rounds.map(({ id, title, closed }) => (
        <li key={id}>
          <Link
            to={visitFiguresPath(view.organisation.key, id)}
            aria-current={id === roundId ? "true" : undefined}
          >
            {title}
            {closed ? " (closed)" : ""}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Agreement({ figures: { agreement, titles } }: { figures: RoundFigures }) {
  const { all, sections } = agreement;
  const sentence = agreementSentence(all);
  return (
    <section className="ir-section" aria-labelledby="agreement">
      <h2 className="ir-h2" id="agreement">
        {all.shown ? sentence : "What reviewers and schools agreed"}
      </h2>
      {all.shown ? (
        <>
          <p className="ir-body">{readingSentences(all).join(" ")}</p>
          <Key />
          <AgreementChart
            all={all}
            sections={sections}
            title={`${sentence}. Areas by view, in all and by section; the table below says the same.`}
          />
          <AgreementTable all={all} sections={sections} titles={titles} />
        </>
      ) : (
        <p className="ir-body">{sentence}</p>
      )}
    </section>
  );
}

const Key = () => (
  <>
    <ul className="ir-chart-key" aria-label="Key">
      <li>
        <ViewWord view="not-there-yet" />
      </li>
      <li>
        <ViewWord view="about-there" />
      </li>
      <li>
        <ViewWord view="further-on" />
      </li>
    </ul>
    <p className="ir-hint">
      [c]: held back. Fewer than 5 schools or areas, or the total would give one of those away.
      “Likely between” is the range the share lies in 95 times in 100, as only some areas were
      looked at.
    </p>
  </>
);

type AsAtProps = { view: VisitFiguresView; figures: RoundFigures; roundId: string };

function AsAt({ view, figures, roundId }: AsAtProps) {
  const { closed, bothViews } = figures;
  const visits = closed === 1 ? "1 closed visit" : `${closed} closed visits`;
  const both =
    bothViews === 0
      ? ""
      : ` ${bothViews} of them closed with both views; there the reviewers’ view is counted.`;
  return (
    <>
      <p className="ir-hint">
        As at {formatDate(view.today)}: {visits}.{both} Every closed visit counts, whatever the
        school chose for others to read of its record.
      </p>
      <p className="ir-body">
        <a href={visitFiguresPath(view.organisation.key, roundId, "figures.csv")}>
          Download the figures (CSV)
        </a>
      </p>
    </>
  );
}

function TwoReviewers({ reviewers: { sentence, same } }: { reviewers: AgreementOfTwo }) {
  return (
    <section className="ir-section" aria-labelledby="two">
      <h2 className="ir-h2" id="two">
        Two reviewers, before either saw the other’s view
      </h2>
      {same === null ? null : (
        <p className="ir-body">
          In {same.same} of {same.of} areas both gave the same view.
        </p>
      )}
      <p className="ir-body">{sentence}</p>
      <p className="ir-body">
        Weighted kappa says how much more two people agree than chance alone would make them: 0 is
        what chance would give, 1 is the same view every time, and a view two steps away counts
        twice as much as one. It is about the method and never about a person: a low figure asks for
        clearer words or more practice together. With a wide range, few areas were looked at twice.
      </p>
    </section>
  );
}

function Rating({ rating }: { rating: RatingFigure }) {
  return (
    <section className="ir-section" aria-labelledby="useful">
      <h2 className="ir-h2" id="useful">
        How useful schools found it
      </h2>
      <p className="ir-body">
        {rating.shown
          ? `${rating.useful} of ${rating.of} schools that said so found their visit useful or very useful.`
          : "No figure is shown while fewer than 5 schools would stand behind a part of it."}
      </p>
    </section>
  );
}
