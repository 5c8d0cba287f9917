import type { TaskListView, TaskSectionView } from "~/services/answering/views";
import { momentWords } from "../answering/moment-words";
import { levelsPath, sectionPath } from "../answering/review-path";
import { LevelSpread } from "../levels/level-spread";
import { RecordList, type RecordRow } from "../record-list";
import { Completed, Tag } from "../tag";

/** One row for each section: who answers it, when it changed, its levels and how far it is. */
export function SectionRows({ view, now }: { view: TaskListView; now: Date }) {
  const parts = [...new Set(view.sections.map(({ part }) => part))];
  return (
    <>
      {parts.map((part) => (
        <div key={part ?? ""} className="ir-list-part">
          {part ? <h3 className="ir-h3">{part}</h3> : null}
          <RecordList
            rows={view.sections
              .filter((section) => section.part === part)
              .map((section) => sectionRow(section, { view, now }))}
          />
        </div>
      ))}
    </>
  );
}

type Beside = { view: TaskListView; now: Date };

function sectionRow(section: TaskSectionView, { view, now }: Beside): RecordRow {
  const { response, levels } = view;
  const place = { urn: response.urn, id: response.id, section: section.key };
  const begun = section.items.some(({ level }) => level !== null);
  const signs = section.items.map(({ level }) => levels.find(({ code }) => code === level) ?? null);
  return {
    key: section.key,
    title: `${section.key}. ${section.title}`,
    to: begun && !hasEmpty(section) ? sectionPath(place) : levelsPath(place),
    note: whoAndWhen(section, now),
    spread: <LevelSpread levels={signs} />,
    state: stateOf(section),
  };
}

const hasEmpty = ({ items }: TaskSectionView): boolean => items.some(({ level }) => level === null);

function whoAndWhen({ assignedTo, lastChange, others }: TaskSectionView, now: Date): string {
  const who = assignedTo?.name ?? "Not assigned";
  const here = others.map(({ name }) => `${name} is in it now`);
  if (lastChange === null) {
    return assignedTo ? who : `${who}. Anyone on your team may answer`;
  }
  const changed = `${who}, changed ${momentWords(lastChange.at, now)} by ${lastChange.by.name}`;
  return [changed, ...here].join(". ");
}

function stateOf(section: TaskSectionView) {
  if (section.completed) return <Completed />;
  if (section.done === 0) return <Tag colour="grey">Not started</Tag>;
  if (section.done === section.total) return <Tag colour="blue">Sum up</Tag>;
  return (
    <Tag colour="blue">
      {section.done} of {section.total} done
    </Tag>
  );
}
