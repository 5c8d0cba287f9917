import type { Snapshot } from "~/domain/submission/snapshot";
import { placedItems } from "~/domain/submission/snapshot-digest";
import { Details } from "../details";
import { itemAnchor } from "./section-anchor";

/** "7 statements further on, 1 back, 41 the same". */
export function changesInWords({
  furtherOn,
  back,
  same,
}: NonNullable<Snapshot["changes"]>): string {
  const statements = furtherOn.length === 1 ? "statement" : "statements";
  return `${furtherOn.length} ${statements} further on, ${back.length} back, ${same.length} the same`;
}

/** What moved since the copy signed before. */
export function ReadingChanges({ snapshot }: { snapshot: Snapshot }) {
  const { changes } = snapshot;
  if (changes === null) return null;
  const moved = changes.furtherOn.length + changes.back.length;
  return (
    <section className="ir-section" id="changed">
      <h2 className="ir-h2">Changed since {changes.since}</h2>
      <p className="ir-body">{changesInWords(changes)}.</p>
      {moved > 0 ? (
        <Details
          summary={moved === 1 ? "See the one that changed" : `See the ${moved} that changed`}
        >
          <Moved snapshot={snapshot} words="Further on" keys={changes.furtherOn} />
          <Moved snapshot={snapshot} words="Back" keys={changes.back} />
        </Details>
      ) : null}
    </section>
  );
}

type MovedProps = { snapshot: Snapshot; words: string; keys: readonly string[] };

function Moved({ snapshot, words, keys }: MovedProps) {
  const items = placedItems(snapshot).filter(({ item }) => keys.includes(item.key));
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="ir-h3">{words}</h3>
      <ul className="ir-reading-list">
        {items.map(({ item }) => (
          <li key={item.key}>
            <a href={`#${itemAnchor(item.key)}`}>{item.key}</a> {item.short}
          </li>
        ))}
      </ul>
    </>
  );
}
