import { Link } from "@remix-run/react";
import { useSyncExternalStore } from "react";
import type { SectionView, SummaryView } from "~/services/answering/views";
import { Button } from "../../button";
import { SegmentedChoice } from "../../form/segmented-choice";
import { LevelSpread } from "../../levels/level-spread";
import { versionsPath } from "../../history/versions-path";
import { SavedLine } from "../../saved-line";
import { AnswerText, HiddenParts } from "../answer-parts";
import { useAnswer, useAnswering } from "../answering-context";
import { ConflictPanel } from "../conflict-panel";
import { KeptText } from "../kept-text";
import { LastTime } from "../last-time";
import { StillToConfirm } from "../still-to-confirm";

/** The summing-up of a section, then the two ways on. A questionnaire without summing-up has only the ways on. */
export function SumUp({ view }: { view: SectionView }) {
  const { section, summary } = view;
  return (
    <section className="ir-section" id="sum-up" aria-labelledby="sum-up-heading">
      {summary ? (
        <>
          <h2 className="ir-h2" id="sum-up-heading">
            Sum up section {section.key}
          </h2>
          <Summary view={view} summary={summary} />
        </>
      ) : null}
      <div className="ir-actions">
        <Button name="then" value="complete">
          Save and complete section {section.key}
        </Button>
        <button type="submit" name="then" value="later" className="ir-link-button">
          Save and come back later
        </button>
      </div>
    </section>
  );
}

function Summary({ view, summary }: { view: SectionView; summary: SummaryView }) {
  const { answerKey, headlines } = summary;
  const { urn, responseId } = useAnswering();
  const { control, opened, errorAt, state } = useAnswer(answerKey);
  const { id, register } = control("level");
  return (
    <>
      <ConflictPanel answerKey={answerKey} levels={headlines} />
      <KeptText answerKey={answerKey} />
      <SegmentedChoice
        id={id}
        name={register.name}
        legend="Which level describes the section as a whole?"
        hint={
          <>
            Your own judgement, never an average. Your levels: <Spread view={view} />
          </>
        }
        choices={headlines.map(({ code, name }) => ({ value: code, label: name }))}
        chosen={opened.level}
        control={register}
        error={errorAt("level")}
      />
      <LastTime earlier={summary.lastTime} />
      <AnswerText
        answerKey={answerKey}
        part="commentary"
        label="How do you know?"
        hint="Once for the whole section: what shows it, and where it is kept."
      />
      {opened.toConfirm ? <StillToConfirm answerKey={answerKey} /> : null}
      <HiddenParts
        answerKey={answerKey}
        shown={["level", "commentary", ...(opened.toConfirm ? (["toConfirm"] as const) : [])]}
      />
      <div className="ir-sum-up-foot">
        <SavedLine state={state.save} />
        <Link to={versionsPath({ urn, id: responseId, key: answerKey })}>
          Earlier versions
          <span className="govuk-visually-hidden"> of the summing-up of {view.section.key}</span>
        </Link>
      </div>
    </>
  );
}

/** The levels of the section as they are chosen now. */
function Spread({ view: { items, levels } }: { view: SectionView }) {
  const { queue } = useAnswering();
  const codes = () => items.map(({ key }) => queue.contentOf(key).level ?? "-").join(" ");
  const chosen = useSyncExternalStore(queue.subscribe, codes, codes);
  const signs = chosen.split(" ").map((each) => levels.find(({ code }) => code === each) ?? null);
  return <LevelSpread levels={signs} />;
}
