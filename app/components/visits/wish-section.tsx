import { Form } from "@remix-run/react";
import { termWords } from "~/domain/action/action-words";
import { formatDate } from "~/domain/calendar/format";
import { WISH_MAX, wishedTermsWords } from "~/domain/visit/wish";
import type { TypedWish } from "~/forms/visit-wish";
import type { SchoolWishesView, StandingWish } from "~/services/matching/school-wish.server";
import type { VisitProblemView } from "~/services/visits/views";
import { Button } from "../button";
import { Checkboxes } from "../form/checkboxes";
import { NamesQuestion } from "../form/names-question";
import { Radios } from "../form/radios";
import { TextArea } from "../form/text-area";

export type SentWish = { typed: TypedWish; problems: readonly VisitProblemView[] } | null;

type WishSectionProps = { wishes: SchoolWishesView; sent: SentWish };

/** What the school has asked for, and the form to ask. Asking promises no visit, and the page says so. */
export function WishSection({ wishes, sent }: WishSectionProps) {
  const { standing, rounds, mayAsk } = wishes;
  const asks = mayAsk && rounds.length > 0;
  if (standing.length === 0 && !asks) return null;
  return (
    <section className="ir-section" aria-labelledby="wish">
      <h2 className="ir-h2" id="wish">
        {standing.length > 0 ? "You have asked for a visit" : "Ask for a visit"}
      </h2>
      {standing.map((wish) => (
        <Standing key={wish.organisationId} wish={wish} mayAsk={mayAsk} />
      ))}
      {asks ? <WishForm wishes={wishes} sent={sent} /> : null}
    </section>
  );
}

function Standing({ wish, mayAsk }: { wish: StandingWish; mayAsk: boolean }) {
  const { organisation, organisationId, roundTitle, askedOn, terms, words } = wish;
  return (
    <>
      <p className="ir-body">
        Asked on {formatDate(askedOn)}
        {roundTitle === null ? "" : `, for ${roundTitle}`}. {wishedTermsWords(terms)}.{" "}
        {organisation} sees it when it chooses schools, and writes when a visit is proposed.
      </p>
      {words === "" ? null : <p className="ir-body">Your words: {words}</p>}
      {mayAsk ? (
        <Form method="post">
          <input type="hidden" name="organisation" value={organisationId} />
          <Button name="intent" value="withdraw" secondary>
            Take the wish back
          </Button>
        </Form>
      ) : null}
    </>
  );
}

function WishForm({ wishes: { rounds, terms }, sent }: WishSectionProps) {
  const typed = sent?.typed ?? null;
  const problemAt = (field: string) => sent?.problems.find((one) => one.field === field);
  const [only] = rounds;
  const words = problemAt("words");
  return (
    <Form method="post" noValidate>
      <p className="ir-body">
        There are fewer visits than schools, so asking promises none; schools that ask are looked at
        first. You may take the wish back at any time.
      </p>
      {rounds.length === 1 && only !== undefined ? (
        <input type="hidden" name="round" value={only.id} />
      ) : (
        <Radios
          id="round"
          name="round"
          legend="Which review round would it be about?"
          choices={rounds.map(({ id, title }) => ({ value: id, label: title }))}
          chosen={typed?.round ?? ""}
          error={problemAt("round")?.message}
        />
      )}
      <Checkboxes
        id="terms"
        name="terms"
        legend="Terms that would suit"
        hint="Leave empty if any would."
        choices={terms.map((term) => ({ value: term, label: termWords(term) }))}
        ticked={typed?.terms ?? []}
      />
      <TextArea
        id="words"
        name="words"
        label="Why you would like one"
        aside="(one line, if you like)"
        hint="Managers of the council read it."
        rows={2}
        limit={WISH_MAX}
        warnNames
        defaultValue={typed?.words ?? ""}
        error={words?.message}
      />
      {words?.asks === "names" ? <NamesQuestion id="wish-names" name="namesConfirmed" /> : null}
      <div className="ir-actions">
        <Button name="intent" value="ask">
          {only !== undefined && rounds.length === 1
            ? `Ask for a visit for ${only.title}`
            : "Ask for a visit"}
        </Button>
      </div>
    </Form>
  );
}
