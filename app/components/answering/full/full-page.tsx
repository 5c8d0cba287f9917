import { Link } from "@remix-run/react";
import type { SectionView } from "~/services/answering/views";
import { ErrorSummary } from "../../form/error-summary";
import { Page } from "../../page";
import { AnsweringForm } from "../answering-form";
import { counted } from "../answer-words";
import { ClosedPanel } from "../closed-panel";
import { missingError, type MissingAnswer } from "../missing-answers";
import { NotForUs } from "../not-for-us";
import { openAnswers, type ReturnedAnswer } from "../open-answers";
import { OpenedAtProvider } from "../opened-at";
import { returnedErrors } from "../returned-errors";
import { levelsPath, reviewPath } from "../review-path";
import { WhoElse } from "../who-else";
import { SectionSide } from "./section-side";
import { StatementCard } from "./statement-card";
import { SumUp } from "./sum-up";
import { useUnfolded } from "./use-unfolded";

type FullPageProps = {
  view: SectionView;
  returned: readonly ReturnedAnswer[];
  missing: readonly MissingAnswer[];
  now: Date;
};

/** The full view of a section: each statement with what its levels look like, then the summing-up. */
export function FullPage({ view, returned, missing, now }: FullPageProps) {
  const { response, section, items, summary } = view;
  const place = { urn: response.urn, id: response.id, section: section.key };
  const standing = [
    ...items.map(({ key, answer }) => [key, answer] as const),
    ...(summary ? [[summary.answerKey, summary.answer] as const] : []),
  ];
  const { isUnfolded, unfold } = useUnfolded([...returned, ...missing].map(({ key }) => key));
  return (
    <OpenedAtProvider value={now}>
      <Page
        template="reading"
        title={section.title}
        caption={`Section ${section.key}, ${counted(items.length, "statement")}`}
        back={{ to: reviewPath(response), label: response.title }}
        above={
          <ErrorSummary errors={[...returnedErrors(returned), ...missing.map(missingError)]} />
        }
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
          open={openAnswers(standing, { returned, now })}
          missing={missing}
        >
          {items.map((item) => (
            <StatementCard
              key={item.key}
              item={item}
              levels={view.levels}
              owner={response.owner.label}
              folded={item.state === "done" && !isUnfolded(item.key)}
              onChange={unfold}
            />
          ))}
          <SumUp view={view} />
        </AnsweringForm>
        <NotForUs items={view.doesNotApply} />
      </Page>
    </OpenedAtProvider>
  );
}
