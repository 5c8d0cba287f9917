import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { InterestsView } from "~/services/reviewers/views";
import { Button } from "../button";
import { TextInput } from "../form/text-input";

type Props = {
  view: InterestsView;
  /** Whose list it is, where a page has several. */
  reviewerId: string;
  /** The reviewer reads it, or a manager. */
  own: boolean;
};

/** Schools a reviewer should not visit, with a search to add one. Never why (issue 4, 1). */
export function InterestList({ view, reviewerId, own }: Props) {
  const hidden = <input type="hidden" name="reviewer" value={reviewerId} />;
  return (
    <>
      <p className="ir-body">
        {own
          ? "Schools you should not visit: where you, your family or a close friend work, have a child or are governors. You do not say why."
          : "Schools this reviewer should not visit. Why is kept nowhere."}
      </p>
      <p className="ir-body ir-strong">{view.words}</p>
      {view.interests.length === 0 ? null : (
        <ul className="ir-list">
          {view.interests.map(({ urn, name, town, declaredOn }) => (
            <li className="ir-list-row" key={urn}>
              <div className="ir-list-main">
                <p className="ir-list-title">{name}</p>
                <p className="ir-list-note">
                  {town}. Declared {formatDate(declaredOn)}
                </p>
              </div>
              <Form method="post" className="ir-list-state">
                {hidden}
                <input type="hidden" name="intent" value="remove-interest" />
                <input type="hidden" name="urn" value={urn} />
                <Button secondary>
                  Take off<span className="govuk-visually-hidden"> {name}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Search view={view} reviewerId={reviewerId} />
      <Form method="post" className="ir-actions">
        {hidden}
        <input type="hidden" name="intent" value="declare-interests" />
        <Button secondary>
          {view.declaredOn === null ? "This list is whole" : "This list is still whole"}
        </Button>
      </Form>
    </>
  );
}

function Search({ view: { query, found, interests }, reviewerId }: Omit<Props, "own">) {
  const listed = new Set(interests.map(({ urn }) => urn));
  return (
    <>
      <Form method="get" role="search">
        <TextInput
          id={`q-${reviewerId}`}
          name="q"
          label="Find a school to add"
          hint="By its name or its URN"
          defaultValue={query}
          width="medium"
          autoComplete="off"
        />
        <Button secondary>Find</Button>
      </Form>
      {found === null ? null : (
        <div role="status">
          {found.length === 0 ? (
            <p className="ir-body">
              No school found. Check the spelling, or enter the URN, six figures.
            </p>
          ) : null}
        </div>
      )}
      <ul className="ir-list">
        {(found ?? []).map(({ urn, name, town, postcode }) => (
          <li className="ir-list-row" key={urn}>
            <div className="ir-list-main">
              <p className="ir-list-title">{name}</p>
              <p className="ir-list-note">
                {[town, postcode, `URN ${urn}`].filter((part) => part !== "").join(", ")}
              </p>
            </div>
            {listed.has(urn) ? (
              <div className="ir-list-state">On the list</div>
            ) : (
              <Form method="post" className="ir-list-state">
                <input type="hidden" name="reviewer" value={reviewerId} />
                <input type="hidden" name="intent" value="add-interest" />
                <input type="hidden" name="urn" value={urn} />
                <Button secondary>
                  Add<span className="govuk-visually-hidden"> {name}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
