import { Link } from "@remix-run/react";
import type { MatchingChoices } from "~/domain/matching/choices";
import { choicesQuery, type ChosenBoxes } from "~/forms/visit-matching";
import type { SchoolMatchingView } from "~/services/matching/view-school.server";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { CancelForm, VisitPeople } from "./standing-visit";
import { proposePath, roundVisitsPath } from "./matching-paths";
import { OffersForm } from "./offers-form";
import { Wish, WishForm } from "./wish-form";

export type SentSchool = {
  /** Why what was chosen does not hold. */
  problems: readonly { field: string; message: string }[];
  words: string;
  /** The pair or names chosen, which come back with the reasons; null where something else was sent. */
  chosen: ChosenBoxes | null;
};

type Props = {
  view: SchoolMatchingView;
  /** What a bulk proposal at hand holds; null: the page stands by itself. */
  planning: MatchingChoices | null;
  sent: SentSchool | null;
  told: string | null;
  whoCanSee: readonly string[];
};

/** Who could visit a school, with three named pairs; or who does, and who could take a place (look/15-matching). */
export function SchoolMatchingPage({ view, planning, sent, told, whoCanSee }: Props) {
  const { school, round, organisation, visit } = view;
  const problems = sent?.problems ?? [];
  return (
    <Page
      title={titleOf(view)}
      caption={`${view.placed} of ${view.capacity} offered visits placed`}
      lede={school.about}
      back={
        planning === null
          ? { to: roundVisitsPath(organisation.key, round.id), label: `Visits, ${round.title}` }
          : {
              to: `${proposePath(organisation.key)}?${choicesQuery(planning).toString()}`,
              label: "The proposal",
            }
      }
      above={
        <>
          {told === null ? null : <Notice>{told}</Notice>}
          <ErrorSummary
            errors={problems.map(({ field, message }) => ({ fieldId: field, text: message }))}
          />
        </>
      }
    >
      {school.wish === null ? null : <Wish wish={school.wish} />}
      {visit === null ? null : <VisitPeople view={view} visit={visit} />}
      {view.places === 0 ? null : (
        <OffersForm view={view} planning={planning} chosen={sent?.chosen ?? null} />
      )}
      {visit === null && !school.askedForIt && planning === null ? <WishForm /> : null}
      {view.places === 0 ? null : <NotAvailable view={view} />}
      {visit?.open === true ? (
        <CancelForm
          words={sent?.words ?? ""}
          error={problems.find(({ field }) => field === "words")?.message}
        />
      ) : null}
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}

function titleOf({ school, places, visit, leaving }: SchoolMatchingView): string {
  if (leaving !== null) return `Who could visit ${school.name} in place of ${leaving.name}?`;
  if (visit !== null && places === 0) return `Visit to ${school.name}`;
  return `Who could visit ${school.name}?`;
}

function NotAvailable({ view: { notAvailable, organisation } }: { view: SchoolMatchingView }) {
  return (
    <section className="ir-section" aria-labelledby="not-available">
      <h2 className="ir-h2" id="not-available">
        Not available for this school: {notAvailable.length}
      </h2>
      {notAvailable.length === 0 ? (
        <p className="ir-body">
          Everybody in the <Link to={`/organisations/${organisation.key}/reviewers`}>register</Link>{" "}
          is.
        </p>
      ) : (
        <table className="ir-table ir-table-stacked">
          <caption className="govuk-visually-hidden">Reviewers who are not, with why</caption>
          <thead>
            <tr>
              <th scope="col">Reviewer</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {notAvailable.map(({ name, why }) => (
              <tr key={`${name} ${why}`}>
                <th scope="row">{name}</th>
                <td data-heading="Why">{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
