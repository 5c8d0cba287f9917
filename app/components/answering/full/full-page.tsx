import { Link } from "@remix-run/react";
import type { SectionView } from "~/services/answering/views";
import { ErrorSummary } from "../../form/error-summary";
import { Page } from "../../page";
import { AnsweringForm } from "../answering-form";
import { counted } from "../answer-words";
import { ClosedPanel } from "../closed-panel";
import type { MissingAnswer } from "../missing-answers";
import { NotForUs } from "../not-for-us";
import { openAnswers, type ReturnedAnswer } from "../open-answers";
import { OpenedAtProvider } from "../opened-at";
import { levelsPath, reviewPath } from "../review-path";
import { standingSection } from "../standing-answers";
import { removeDetailsPath } from "../../remove-details/remove-paths";
import { useErrors } from "../use-errors";
import { WhoElse } from "../who-else";
import { SectionSide } from "./section-side";
import { StatementCard } from "./statement-card";
import { SumUp } from "./sum-up";
import { useUnfolded } from "./use-unfolded";

type FullPageProps = {
  view: SectionView;
  returned: readonly ReturnedAnswer[];
  missing: readonly MissingAnswer[];
  /** Typed before the session ended, back in its boxes. */
  kept: readonly ReturnedAnswer[];
  now: Date;
};

/** The full view of a section: each statement with what its levels look like, then the summing-up. */
export function FullPage({ view, returned, missing, kept, now }: FullPageProps) {
  const { response, section, items } = view;
  const place = { urn: response.urn, id: response.id, section: section.key };
  const errors = useErrors(returned, missing);
  const back = [...returned, ...kept];
  const { isUnfolded, unfold } = useUnfolded([...back, ...missing].map(({ key }) => key));
  return (
    <OpenedAtProvider value={now}>
      <Page
        template="reading"
        title={section.title}
        caption={`Section ${section.key}, ${counted(items.length, "statement")}`}
        back={{ to: reviewPath(response), label: response.title }}
        above={<ErrorSummary errors={errors} />}
        lede={section.looksLike}
        side={
          <>
            <SectionSide view={view} onGo={unfold} />
            <WhoElse others={view.others} />
            <p>
              <Link to={levelsPath(place)}>Levels only, one row each</Link>
            </p>
          </>
        }
      >
        <ClosedPanel response={response} />
        <AnsweringForm
          response={response}
          open={openAnswers(standingSection(view), { returned: back, now })}
          missing={missing}
          kept={kept.map(({ key }) => key)}
        >
          {items.map((item) => (
            <StatementCard
              key={item.key}
              item={item}
              asks={view.scaleTitle}
              levels={view.levels}
              owner={response.owner.label}
              wishSeen={view.wishSeen}
              folded={isDone(item) && !isUnfolded(item.key)}
              onChange={unfold}
            />
          ))}
          <SumUp view={view} />
        </AnsweringForm>
        <NotForUs items={view.doesNotApply} />
        <p className="ir-section">
          <Link to={removeDetailsPath({ urn: response.urn, responseId: response.id })}>
            A name is in here: remove it
          </Link>
        </p>
      </Page>
    </OpenedAtProvider>
  );
}

/** With nothing left to do: an officer's question waits in the open. */
const isDone = ({ state, asked }: SectionView["items"][number]): boolean =>
  state === "done" && asked.every((question) => question.state !== "open");
