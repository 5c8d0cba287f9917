import { Form } from "@remix-run/react";
import { visitsLeftWords } from "~/domain/reviewer/visits-offered";
import type { OwnEntryView } from "~/services/reviewers/views";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { SummaryTable } from "../summary-table";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { InterestList } from "./interest-list";
import { paperPath } from "./register-paths";

type Offer = { reviewerId: string; typed: string; problem: string };

type Props = {
  entries: readonly OwnEntryView[];
  told: string | null;
  offer: Offer | null;
  whoCanSee: readonly string[];
};

/** What organisations hold about somebody as a reviewer; their interests and visits offered are theirs to say. */
export function OwnRegisterPage({ entries, told, offer, whoCanSee }: Props) {
  const errors =
    offer === null ? [] : [{ fieldId: `offered-${offer.reviewerId}`, text: offer.problem }];
  return (
    <Page
      template="reading"
      title="What we hold about you as a reviewer"
      back={{ to: "/visits", label: "Your visits" }}
      above={
        <>
          {told === null ? null : <Notice>{told}</Notice>}
          <ErrorSummary errors={errors} />
        </>
      }
      side={<WhoCanSeeThis sentences={whoCanSee} />}
    >
      {entries.length === 0 ? (
        <p className="ir-body">
          No organisation has you in its register of reviewers. The council that accredited you puts
          you there.
        </p>
      ) : (
        entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            offer={offer?.reviewerId === entry.id ? offer : null}
          />
        ))
      )}
    </Page>
  );
}

function Entry({ entry, offer }: { entry: OwnEntryView; offer: Offer | null }) {
  const { id, organisation, organisationKey, facts, assured } = entry;
  return (
    <section className="ir-section" aria-labelledby={`entry-${id}`}>
      <h2 className="ir-h2" id={`entry-${id}`}>
        {organisation}
      </h2>
      <SummaryTable rows={facts} />
      <p className="ir-hint">To change these, ask {organisation}.</p>
      <div className="ir-section">
        <h3 className="ir-h3">Visits you offer this year</h3>
        <OfferForm entry={entry} offer={offer} />
      </div>
      <div className="ir-section">
        <h3 className="ir-h3">Your interests</h3>
        <InterestList view={entry.interests} reviewerId={id} own />
      </div>
      <div className="ir-section">
        <h3 className="ir-h3">For your file</h3>
        <ul className="ir-plain-list">
          {assured ? (
            <li>
              <a href={paperPath(organisationKey, id, "letter")}>Letter of assurance (PDF)</a>
            </li>
          ) : null}
          <li>
            <a href={paperPath(organisationKey, id, "certificate")}>
              Certificate of visits made (PDF)
            </a>
          </li>
        </ul>
      </div>
    </section>
  );
}

const OfferForm = ({ entry, offer }: { entry: OwnEntryView; offer: Offer | null }) => (
  <Form method="post" noValidate>
    <input type="hidden" name="intent" value="offer" />
    <input type="hidden" name="reviewer" value={entry.id} />
    <TextInput
      id={`offered-${entry.id}`}
      name="offered"
      label="Number of visits"
      hint={`From ${entry.taken} to ${entry.most}. ${visitsLeftWords(entry)}. You are never asked for more.`}
      error={offer?.problem}
      defaultValue={offer?.typed ?? String(entry.offered)}
      width="number"
      inputMode="numeric"
      autoComplete="off"
    />
    <Button secondary>Save the number</Button>
  </Form>
);
