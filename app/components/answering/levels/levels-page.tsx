import { Link } from "@remix-run/react";
import { Button } from "../../button";
import { ErrorSummary } from "../../form/error-summary";
import { KeyBar } from "../../levels/key-bar";
import { LevelRows } from "../../levels/level-rows";
import { Page } from "../../page";
import { Panel } from "../../panels/panel";
import { AskedUnderRow } from "../../replies/asked-while-editing";
import { AnsweringForm } from "../answering-form";
import { counted } from "../answer-words";
import { ClosedPanel } from "../closed-panel";
import { HelpUnderRow, useHelpShown } from "../help/help-available";
import { savedWords } from "../moment-words";
import { NotForUs } from "../not-for-us";
import { openAnswers, type ReturnedAnswer } from "../open-answers";
import { OpenedAtProvider } from "../opened-at";
import { PageSaved } from "../page-saved";
import { reviewPath, sectionPath } from "../review-path";
import { standingLevels } from "../standing-answers";
import { useErrors } from "../use-errors";
import { WhoElse } from "../who-else";
import { useLevelKeys } from "./keys-switch";
import type { LevelsItem, LevelsView } from "./levels-view";
import { RowAsks } from "./row-asks";
import { StatementRow } from "./statement-row";
import { useFocusedRow } from "./use-focused-row";
import { useWordsAsked } from "./words-asked";
import { WordsWanted } from "./words-wanted";

type LevelsPageProps = {
  view: LevelsView;
  returned: readonly ReturnedAnswer[];
  /** Typed before the session ended, back in its boxes. */
  kept: readonly ReturnedAnswer[];
  now: Date;
  /** The form has just been saved without JavaScript. */
  justSaved: boolean;
  /** The section just completed, whose next one this is. */
  completed: string | null;
};

/** The levels view of a section: one row for each statement, then only the words that are asked for. */
export function LevelsPage(props: LevelsPageProps) {
  const { view, returned, kept, now, justSaved, completed } = props;
  const { response, section, levels, items } = view;
  const place = { urn: response.urn, id: response.id, section: section.key };
  const open = openAnswers(standingLevels(view), { returned: [...returned, ...kept], now });
  const answered = items.filter(({ answer }) => answer.level !== null).length;
  const owner = response.owner.label;
  return (
    <OpenedAtProvider value={now}>
      <Page
        title={section.title}
        caption={`Section ${section.key}, ${counted(items.length, "statement")}, ${answered} answered`}
        back={{ to: reviewPath(response), label: response.title }}
        above={<ErrorSummary errors={useErrors(returned)} />}
        lede={
          <>
            Choose the levels first. Words are asked for only where a choice calls for them.{" "}
            <Link to={sectionPath(place)}>Show the full view</Link>
          </>
        }
      >
        {completed ? <Completed section={completed} next={section.key} /> : null}
        <ClosedPanel response={response} />
        <WhoElse others={view.others} />
        <AnsweringForm response={response} open={open} kept={kept.map(({ key }) => key)}>
          <Rows items={items} levels={levels} owner={owner} wishSeen={view.wishSeen} />
          <PageSaved savedAt={justSaved ? latestSave(items, now) : null} />
          <WordsWanted items={items} levels={levels} owner={owner} />
          <Actions section={section.key} sumUp={view.summary !== null} />
        </AnsweringForm>
        <NotForUs items={view.doesNotApply} />
      </Page>
    </OpenedAtProvider>
  );
}

const Completed = ({ section, next }: { section: string; next: string }) => (
  <div className="ir-closed" role="status">
    <Panel kind="help">
      <p>
        Section {section} completed. Next: section {next}.
      </p>
    </Panel>
  </div>
);

type RowsProps = Pick<LevelsView, "items" | "levels" | "wishSeen"> & { owner: string };

function Rows({ items, levels, owner, wishSeen }: RowsProps) {
  const { on, toggle } = useLevelKeys();
  useFocusedRow();
  return (
    <>
      <KeyBar levels={levels} on={on} onToggle={toggle} />
      <div data-rows>
        <LevelRows levels={levels}>
          {items.map((item) => (
            <Row key={item.key} {...{ item, levels, owner, wishSeen }} keys={on} />
          ))}
        </LevelRows>
      </div>
    </>
  );
}

type RowProps = Omit<RowsProps, "items"> & { item: LevelsItem; keys: boolean };

function Row({ item, levels, owner, wishSeen, keys }: RowProps) {
  const { asked } = useWordsAsked(item, levels);
  const helps = useHelpShown({ item, levels });
  return (
    <StatementRow
      itemKey={item.key}
      statement={item.statement}
      levels={levels}
      asks={<RowAsks item={item} levels={levels} owner={owner} />}
      help={
        <>
          <AskedUnderRow asked={item.asked} />
          <HelpUnderRow item={item} levels={levels} wishSeen={wishSeen} />
        </>
      }
      shown={[
        "level",
        ...(item.asksDuty ? ["duty" as const] : []),
        ...(helps ? ["helpWanted" as const] : []),
        ...asked.map(({ box }) => box),
      ]}
      keys={keys}
      signs={keys}
    />
  );
}

function Actions({ section, sumUp }: { section: string; sumUp: boolean }) {
  return (
    <div className="ir-actions">
      {sumUp ? (
        <Button name="then" value="sum-up">
          Save and sum up section {section}
        </Button>
      ) : null}
      <Button name="then" value="stay" secondary className="ir-no-js">
        Save
      </Button>
      <button type="submit" name="then" value="list" className="ir-link-button">
        Save and go to the list
      </button>
    </div>
  );
}

function latestSave(items: readonly LevelsItem[], now: Date): string | null {
  const times = items.flatMap(({ answer }) => answer.savedAt?.getTime() ?? []);
  return times.length === 0 ? null : savedWords(new Date(Math.max(...times)), now);
}
