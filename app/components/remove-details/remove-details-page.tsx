import type { RemoveDetailsForm } from "~/forms/remove-details";
import type {
  RemovalPreview,
  RemovalView,
  RemovedView,
} from "~/services/personal-data/remove-views";
import { ErrorSummary, type SummaryError } from "../form/error-summary";
import { Page } from "../page";
import { ConfirmStep } from "./confirm-step";
import { backFrom, removeDetailsPath } from "./remove-paths";
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
    const again = removeDetailsPath(view);
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
        <p className="ir-body">{refusedWords(view)}</p>
      ) : preview !== null && sent !== null ? (
        <ConfirmStep preview={preview} typed={sent.typed} error={error} />
      ) : (
        <>
          <p className="ir-body">
            It happens. The words go out of the answers, every earlier version and the signed
            copies, and nobody needs to sign again. Level and everything else stay.
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

function refusedWords({ heads, orCoordinator }: Extract<RemovalView, { kind: "refused" }>): string {
  const head = heads.length > 0 ? `${heads.join(" or ")}, the headteacher` : "The headteacher";
  const who = orCoordinator ? `${head}, or the person who manages the review` : head;
  return `${who} removes it. Tell them which statement it is in; leave the words themselves out of your message.`;
}
