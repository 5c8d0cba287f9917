import { formatDate, formatDay } from "~/domain/calendar/format";
import type { VisitCopyView } from "~/services/visits/read-copy.server";
import { SnapshotReading } from "../reading/snapshot-reading";
import { VisitPage } from "./visit-page";
import { visitPagePath } from "./visit-paths";

/** The self-review under visit, or when it opens. */
export function CopyPage({ copy }: { copy: VisitCopyView }) {
  const { schoolName, whoCanSee } = copy;
  if (copy.kind !== "open") {
    return (
      <VisitPage title={`Self-review of ${schoolName}`} whoCanSee={whoCanSee}>
        <p className="ir-body">{closedWords(copy)}</p>
      </VisitPage>
    );
  }
  const { snapshot, signedAt, focus, hasPdf, heading } = copy;
  const { questionnaire, number, reference } = snapshot;
  return (
    <VisitPage
      title={`${questionnaire.title}, signed copy ${number}`}
      caption={schoolName}
      lede={`Signed ${formatDate(signedAt)}, reference ${reference}. ${focusWords(focus)} You can read it until the visit closes.`}
      whoCanSee={whoCanSee}
    >
      {hasPdf ? (
        <p className="ir-body">
          <a href={visitPagePath(heading.id, "self-review/pdf")}>Download the signed PDF</a>
        </p>
      ) : null}
      <SnapshotReading snapshot={snapshot} />
    </VisitPage>
  );
}

function focusWords(focus: readonly string[]): string {
  if (focus.length === 0) return "The school has not chosen yet what you look at.";
  return `What you look at comes first: ${focus.join(", ")}.`;
}

function closedWords(copy: Exclude<VisitCopyView, { kind: "open" }>): string {
  switch (copy.kind) {
    case "not-yet":
      return copy.opensOn === null
        ? "It opens five working days before the visit, once a day is agreed."
        : `It opens on ${formatDay(copy.opensOn)}, five working days before the visit.`;
    case "over":
      return "The visit is closed, so its self-review is the school’s again.";
    case "none":
      return "No signed copy stands now. The school may be amending it.";
  }
}
