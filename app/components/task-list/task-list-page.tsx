import type { TaskListView } from "~/services/answering/views";
import { ClosedPanel } from "../answering/closed-panel";
import { BringPanel } from "../bring/bring-panel";
import { LevelKey } from "../levels/level-spread";
import { Page } from "../page";
import { PrivateTag, StateTag } from "../tag";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { CheckAndSign } from "./check-and-sign";
import { DatesPanel } from "./dates-panel";
import { LeftPanel } from "./left-panel";
import { SectionRows } from "./section-rows";
import { TaskLinks } from "./task-links";

const NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** The home of one self-review: its sections, what is left, and the steps to signing. */
export function TaskListPage({ view, now }: { view: TaskListView; now: Date }) {
  const { response, sections, levels } = view;
  const count = NUMBERS[sections.length] ?? String(sections.length);
  return (
    <Page
      template="reading"
      title={response.title}
      caption={`Self-review, version ${response.questionnaire.version} of the questionnaire`}
      back={{ to: `/schools/${response.urn}`, label: "Self-reviews" }}
      lede="Choose the levels first, one row each. Then write only where words are asked for."
      side={
        <>
          <LeftPanel left={view.left} response={response} />
          <DatesPanel dates={view.dates} />
          <TaskLinks view={view} />
          <WhoCanSeeThis sentences={view.seenBy} />
        </>
      }
    >
      <p className="ir-state-line">
        <StateTag state={response.state} /> {response.private ? <PrivateTag /> : null}
      </p>
      <ClosedPanel response={response} />
      <BringPanel response={response} {...view.lastSigned} />
      <h2 className="ir-h2">
        {sections.length === 1 ? "Answer the section" : `Answer the ${count} sections`}
      </h2>
      <LevelKey levels={levels.filter(({ counts }) => counts)} />
      <SectionRows view={view} now={now} />
      <CheckAndSign view={view} />
    </Page>
  );
}
