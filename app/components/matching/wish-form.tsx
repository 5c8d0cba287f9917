import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { wishedTermsWords } from "~/domain/visit/wish";
import type { WishView } from "~/services/matching/load-facts.server";
import { Button } from "../button";

/** When a school asked, the terms that suit it, and its own line. */
export function Wish({ wish: { on, terms, words } }: { wish: WishView }) {
  return (
    <div className="ir-section">
      <p className="ir-body">
        Asked on {formatDate(on)}. {wishedTermsWords(terms)}.
      </p>
      {words === "" ? null : (
        <p className="ir-body">
          <span className="ir-strong">In its words:</span> {words}
        </p>
      )}
    </div>
  );
}

/** The school said that it would like a visit, by telephone or letter. */
export const WishForm = () => (
  <Form method="post">
    <input type="hidden" name="intent" value="wish" />
    <p className="ir-body">Has the school asked you for a visit?</p>
    <Button secondary>Put down that it asked</Button>
  </Form>
);
