import { Link } from "@remix-run/react";
import { useMemo } from "react";
import type { OnePageView } from "~/services/answering/views";
import { Button } from "../../button";
import { BringPanel } from "../../bring/bring-panel";
import { ErrorSummary } from "../../form/error-summary";
import { standingWords } from "../../confirmations/home-confirmations";
import { Icon } from "../../icon";
import { Page } from "../../page";
import { AnsweringForm } from "../answering-form";
import { ClosedPanel } from "../closed-panel";
import { WordsWanted } from "../levels/words-wanted";
import { savedWords } from "../moment-words";
import { NotForUs } from "../not-for-us";
import { openAnswers, type ReturnedAnswer } from "../open-answers";
import { OpenedAtProvider } from "../opened-at";
import { PageSaved } from "../page-saved";
import { standingOnePage } from "../standing-answers";
import { useErrors } from "../use-errors";
import { GoingFurther } from "./going-further";
import { namedReturns } from "./named-refusal";
import { NumbersAndNames } from "./numbers-and-names";
import { PointRows } from "./point-rows";
import { PointTiles } from "./point-tiles";
import { WrittenWords } from "./written-words";

type OnePageProps = {
  view: OnePageView;
  returned: readonly ReturnedAnswer[];
  /** Typed before the session ended, back in its boxes. */
  kept: readonly ReturnedAnswer[];
  now: Date;
  justSaved: boolean;
};

/** A whole self-review on one page: numbers, the starred points, then going further (asthma). */
export function OnePage({ view, returned, kept, now, justSaved }: OnePageProps) {
  const { response, starters, goingFurther, fields, levels, wishSeen } = view;
  const statements = [...starters, ...goingFurther.flatMap(({ items }) => items)];
  const standing = standingOnePage(view);
  const open = openAnswers(standing, { returned: [...returned, ...kept], now });
  const times = standing.flatMap(([, { savedAt }]) => savedAt?.getTime() ?? []);
  const last = times.length === 0 ? null : savedWords(new Date(Math.max(...times)), now);
  const owner = response.owner.label;
  const named = useMemo(() => namedReturns(returned, fields), [fields, returned]);
  return (
    <OpenedAtProvider value={now}>
      <Page
        title={response.title}
        caption={response.private ? "Only your school sees this" : `Run by ${response.owner.name}`}
        back={{ to: `/schools/${response.urn}`, label: "Self-reviews" }}
        above={<ErrorSummary errors={useErrors(named)} />}
        lede={response.questionnaire.introduction}
      >
        {view.confirmation === null ? null : (
          <p className="ir-body">
            <Link to={`/schools/${response.urn}/confirmations/${view.confirmation.id}`}>
              {standingWords(view.confirmation)}
            </Link>
            {view.confirmation.renewal === "offered" ? ". It can be renewed now." : "."}
          </p>
        )}
        <ClosedPanel response={response} />
        <BringPanel response={response} {...view.lastSigned} />
        <AnsweringForm response={response} open={open} kept={kept.map(({ key }) => key)}>
          <PointTiles view={view} />
          <NumbersAndNames view={view} />
          <section className="ir-section" aria-labelledby="starred">
            <h2 className="ir-h2 ir-with-icon" id="starred">
              <Icon name="star" tone="pine" />
              The twelve starred points
            </h2>
            <PointRows items={starters} levels={levels} owner={owner} wishSeen={wishSeen} />
            <PageSaved savedAt={justSaved ? last : null} />
          </section>
          <GoingFurther groups={goingFurther} levels={levels} owner={owner} wishSeen={wishSeen} />
          <WordsWanted
            items={statements}
            levels={levels}
            owner={owner}
            nothing="Nothing needs words now."
          />
          <WrittenWords items={statements} levels={levels} />
          <div className="ir-actions">
            <Button name="then" value="stay">
              Save
            </Button>
            <button type="submit" name="then" value="check" className="ir-link-button">
              Check before the headteacher signs
            </button>
          </div>
        </AnsweringForm>
        <NotForUs items={view.doesNotApply} />
      </Page>
    </OpenedAtProvider>
  );
}
