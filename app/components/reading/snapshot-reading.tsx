import type { ReactNode } from "react";
import type { Snapshot, SnapshotItem } from "~/domain/submission/snapshot";
import { LevelKey } from "../levels/level-spread";
import { ReadingActions } from "./reading-actions";
import { ReadingChanges } from "./reading-changes";
import { ReadingContents } from "./reading-contents";
import { ReadingNumbers } from "./reading-numbers";
import { ReadingSection } from "./reading-section";

type SnapshotReadingProps = {
  snapshot: Snapshot;
  /** What stands under each statement, as a way on from it. */
  beside?: (item: SnapshotItem) => ReactNode;
};

/**
 * A copy of a self-review to read from top to bottom: what the school checks, what its officer reads, and what a
 * signed copy says are the same page.
 */
export function SnapshotReading({ snapshot, beside }: SnapshotReadingProps) {
  const { sectionSummary } = snapshot.questionnaire;
  return (
    <div className="ir-reading">
      <ReadingContents snapshot={snapshot} />
      {snapshot.changes ? <ReadingChanges snapshot={snapshot} /> : null}
      <ReadingNumbers snapshot={snapshot} />
      <div className="ir-section">
        <h2 className="ir-h2">{sectionSummary ? "Section by section" : "Every point"}</h2>
        <LevelKey levels={snapshot.levels} />
      </div>
      {snapshot.sections.map((section) => (
        <ReadingSection key={section.key} snapshot={snapshot} section={section} beside={beside} />
      ))}
      <ReadingActions snapshot={snapshot} />
      <WhoMaySee sentences={snapshot.visibility} />
    </div>
  );
}

function WhoMaySee({ sentences }: { sentences: readonly string[] }) {
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Who may see it</h2>
      <ul className="ir-reading-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
