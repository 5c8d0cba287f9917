import { Form, Link } from "@remix-run/react";
import type { SchoolMatchingView } from "~/services/matching/view-school.server";
import { Button } from "../button";
import { Details } from "../details";
import { TextArea } from "../form/text-area";
import { visitPath } from "../visits/visit-paths";
import { VisitStateTag } from "../visits/visit-state-tag";
import { schoolMatchingPath } from "./matching-paths";

type Visit = NonNullable<SchoolMatchingView["visit"]>;

/** Who makes the visit that stands, each with the way to choose somebody else. */
export function VisitPeople({ view, visit }: { view: SchoolMatchingView; visit: Visit }) {
  const { organisation, school, round, leaving } = view;
  const replace = (rowId: string) =>
    schoolMatchingPath(organisation.key, { urn: school.urn, roundId: round.id, replace: rowId });
  return (
    <section className="ir-section" aria-labelledby="visit">
      <h2 className="ir-h2" id="visit">
        The visit <VisitStateTag state={visit.state} />
      </h2>
      {visit.people.length === 0 ? (
        <p className="ir-body">Nobody is asked at the moment: choose a pair.</p>
      ) : (
        <ul className="ir-list">
          {visit.people.map(({ rowId, name, from, part, standing }) => (
            <li className="ir-list-row" key={rowId}>
              <div className="ir-list-main">
                <p className="ir-list-title">{name}</p>
                <p className="ir-list-note">
                  {[from, part === "lead" ? "lead reviewer" : "second reviewer"]
                    .filter((words) => words !== "")
                    .join(", ")}
                  {standing === "asked" ? ", asked" : ", said yes"}
                </p>
              </div>
              {visit.open && leaving?.rowId !== rowId ? (
                <div className="ir-list-state">
                  <Link to={replace(rowId)}>
                    Choose somebody else
                    <span className="govuk-visually-hidden"> in place of {name}</span>
                  </Link>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <p className="ir-actions">
        <Link to={visitPath(visit.id)}>Open the visit</Link>
      </p>
    </section>
  );
}

/** Ends a visit before the day, with a reason that everybody reads. */
export const CancelForm = ({ words, error }: { words: string; error: string | undefined }) => (
  <Details summary="Cancel this visit" open={error !== undefined}>
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value="cancel" />
      <TextArea
        id="words"
        name="words"
        label="Why"
        hint="The school and both reviewers read it."
        warnNames
        limit={500}
        error={error}
        defaultValue={words}
      />
      <Button secondary>Cancel the visit</Button>
    </Form>
  </Details>
);
