import type { RemoveDetailsForm } from "~/forms/remove-details";
import type {
  RemovalPreview,
  RemovalView,
  RemovedView,
} from "~/services/personal-data/remove-views";
import { ErrorSummary, type SummaryError } from "../form/error-summary";
import { Page } from "../page";
import { ConfirmStep } from "./confirm-step";
import { backFrom, removeDetailsPath, removeFromVisitPath } from "./remove-paths";
import { isOfManager } from "./remove-words";
import { RemovedPage } from "./removed-page";
import { SearchStep } from "./search-step";

/** What came back of a form: where the words are, or what is wrong. */
export type SentRemoval = {
  typed: RemoveDetailsForm;
  preview: RemovalPreview | null;
  error: SummaryError | null;
};

type RemoveDetailsPageProps = {
  view: RemovalView;
  copy: string | null;
  removed: RemovedView | null;
  sent: SentRemoval | null;
};

/** A name is in here: which words and where, then what changes and why, then done. */
export function RemoveDetailsPage({ view, copy, removed, sent }: RemoveDetailsPageProps) {
  const organisationKey = view.kind === "form" ? view.organisationKey : null;
  const back = backFrom({ ...view, copy, organisationKey });
  if (removed !== null) {
    const { visitId } = view;
    const again = visitId === null ? removeDetailsPath(view) : removeFromVisitPath(visitId);
    return <RemovedPage view={removed} byManager={isOfManager(view)} back={back} again={again} />;
  }
  const error = sent?.error ?? null;
  const preview = sent?.preview ?? null;
  return (
    <Page
      template="thing"
      title={
        preview === null ? "Remove a name or other personal details" : "Check what will change"
      }
      caption={view.title ?? view.schoolName}
      back={back}
      above={<ErrorSummary errors={error === null ? [] : [error]} />}
    >
      {view.kind === "refused" ? (
        <p className="ir-body">
          {view.visitId === null ? refusedWords(view) : refusedAtVisit(view)}
        </p>
      ) : preview !== null && sent !== null ? (
        <ConfirmStep preview={preview} typed={sent.typed} error={error} />
      ) : (
        <>
          <p className="ir-body">
            {view.visitId === null
              ? "It happens. The words go out of the answers, every earlier version and the signed copies, and nobody needs to sign again. Level and everything else stay."
              : "It happens. The words go out of the plan, the notes, the views and the record, and nobody needs to sign again. Views and everything else stay."}
          </p>
          <SearchStep
            here={view.here}
            isAnswer={view.answerKey !== null}
            scopes={view.scopes}
            typed={sent?.typed ?? null}
            error={error}
            back={back}
          />
        </>
      )}
    </Page>
  );
}

type Refused = Extract<RemovalView, { kind: "refused" }>;

function refusedAtVisit({ heads }: Refused): string {
  const head =
    heads.length > 0
      ? `${heads.join(" or ")}, the headteacher of the school`
      : "The headteacher of the school";
  return `${head}, or a manager of the organisation that runs the round, removes it. Tell them which part it is in; leave the words themselves out of your message.`;
}

function refusedWords({ heads, orCoordinator }: Refused): string {
  const head = heads.length > 0 ? `${heads.join(" or ")}, the headteacher` : "The headteacher";
  const who = orCoordinator ? `${head}, or the person who manages the review` : head;
  return `${who} removes it. Tell them which statement it is in; leave the words themselves out of your message.`;
}
