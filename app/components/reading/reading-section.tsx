import type { ReactNode } from "react";
import type { Snapshot, SnapshotItem, SnapshotSection } from "~/domain/submission/snapshot";
import { snapshotLevel } from "~/domain/submission/snapshot-digest";
import { DutyTag } from "../duty-tag";
import { ItemCode } from "../item-code";
import { LevelWord } from "../levels/level-mark";
import { LevelSpread } from "../levels/level-spread";
import { Tag } from "../tag";
import { itemAnchor, sectionAnchor } from "./section-anchor";

type Beside = { beside?: (item: SnapshotItem) => ReactNode };
type SectionProps = { snapshot: Snapshot; section: SnapshotSection } & Beside;

/** A section with its headline, how the school knows, and every statement. */
export function ReadingSection({ snapshot, section, beside }: SectionProps) {
  const levels = section.items.map((item) => snapshotLevel(snapshot, item.level));
  return (
    <section className="ir-reading-section" id={sectionAnchor(section.key)} tabIndex={-1}>
      {section.part ? <p className="ir-caption">{section.part}</p> : null}
      <h3 className="ir-h2">
        {section.key}. {section.title}
      </h3>
      <p className="ir-reading-headline">
        {snapshot.questionnaire.sectionSummary ? (
          <LevelWord level={snapshotLevel(snapshot, section.headline)} />
        ) : null}
        <LevelSpread levels={levels} large />
      </p>
      {section.commentary ? <Words title="How we know">{section.commentary}</Words> : null}
      {section.items.map((item) => (
        <ReadingItem key={item.key} snapshot={snapshot} item={item} beside={beside} />
      ))}
    </section>
  );
}

type ItemProps = { snapshot: Snapshot; item: SnapshotItem } & Beside;

function ReadingItem({ snapshot, item, beside }: ItemProps) {
  const { ownerLabel } = snapshot.questionnaire;
  return (
    <article
      className="ir-reading-item"
      id={itemAnchor(item.key)}
      data-item={item.key}
      aria-labelledby={`${itemAnchor(item.key)}-words`}
    >
      <ItemCode code={item.key} />
      <div>
        <h4 className="ir-h3" id={`${itemAnchor(item.key)}-words`}>
          {item.statement}
        </h4>
        <p className="ir-reading-level">
          <LevelWord level={snapshotLevel(snapshot, item.level)} />
          {item.helpWanted ? <Tag colour="sand">Help wanted</Tag> : null}
        </p>
        {item.commentary ? <p className="ir-words">{item.commentary}</p> : null}
        {item.whereSeen ? <Words title="Where it can be seen">{item.whereSeen}</Words> : null}
        {item.duties.length > 0 ? <Duties item={item} owner={ownerLabel} /> : null}
        {beside ? <div className="ir-small ir-beside">{beside(item)}</div> : null}
      </div>
    </article>
  );
}

const DUTY_WORDS = { yes: "Yes", partly: "Partly", no: "No" } as const;

function Duties({ item, owner }: { item: SnapshotItem; owner: string }) {
  return (
    <div className="ir-duty-box ir-reading-duty">
      {item.duties.map(({ kind, source, checked }) => (
        <p key={`${kind} ${source}`}>
          <DutyTag kind={kind} owner={owner} /> {source}
          {checked ? null : <span className="ir-muted"> (reference to be checked)</span>}
        </p>
      ))}
      {item.duty === null ? null : (
        <p>
          The duty is met: <strong>{DUTY_WORDS[item.duty]}</strong>
          {item.dutyNote ? `. ${item.dutyNote}` : null}
        </p>
      )}
    </div>
  );
}

function Words({ title, children }: { title: string; children: string }) {
  return (
    <div className="ir-reading-words">
      <p className="ir-muted">{title}</p>
      <p className="ir-words">{children}</p>
    </div>
  );
}
