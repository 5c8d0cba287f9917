import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Snapshot } from "~/domain/submission/snapshot";
import { dutyDigest, helpWanted, type PlacedItem } from "~/domain/submission/snapshot-digest";
import { changesInWords } from "../reading/reading-changes";
import { lower } from "../reading/lower";
import { itemAnchor } from "../reading/section-anchor";
import { termWords } from "../reading/term-words";
import { reviewPath, type ReviewPlace } from "./review-paths";

type SignAnswersProps = { place: ReviewPlace; snapshot: Snapshot };

/** The short answers beside the headlines: what a head asks before signing. */
export function SignAnswers({ place, snapshot }: SignAnswersProps) {
  const check = `${reviewPath(place)}/check`;
  const help = helpWanted(snapshot);
  return (
    <div className="ir-sign-answers">
      <LegalDuties check={check} snapshot={snapshot} />
      <Answer title={`Changed since ${snapshot.changes?.since ?? "last time"}`}>
        {snapshot.changes === null ? (
          "This is the first signed copy."
        ) : (
          <>
            {changesInWords(snapshot.changes)}. <Link to={`${check}#changed`}>See which</Link>
          </>
        )}
      </Answer>
      <Answer title="Help you ask for">
        {help.length === 0 ? "None." : `${help.map(named).join(". ")}.`}
      </Answer>
      <Answer title="Who will see it">
        {snapshot.visibility.join(" ")} <Link to="/who-can-see">Full table</Link>
      </Answer>
    </div>
  );
}

const named = ({ item }: PlacedItem) => `${item.key}, ${lower(item.short)}`;

function LegalDuties({ check, snapshot }: { check: string; snapshot: Snapshot }) {
  const digest = dutyDigest(snapshot);
  if (digest === null) return null;
  const counts = [
    `${digest.yes} Yes`,
    ...(digest.partly > 0 ? [`${digest.partly} Partly`] : []),
    ...(digest.no > 0 ? [`${digest.no} No`] : []),
  ];
  return (
    <Answer title="Legal duties">
      {counts.join(", ")}.
      {digest.open.map((one) => (
        <span key={one.item.key}>
          {" "}
          <Link to={`${check}#${itemAnchor(one.item.key)}`}>{named(one)}</Link>
          {actionWords(snapshot, one.item.key)}
        </span>
      ))}
    </Answer>
  );
}

/** What is planned about a duty that is not met in full. */
function actionWords({ actions }: Snapshot, itemKey: string): string {
  const action = actions.find((one) => one.itemKey === itemKey);
  if (action === undefined) return ": no action yet.";
  if (action.term === "") return ": action written.";
  return `: action by ${termWords(action.term, "sentence")}.`;
}

function Answer({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="ir-h3">{title}</h2>
      <p>{children}</p>
    </section>
  );
}
