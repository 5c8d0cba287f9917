import { Link } from "@remix-run/react";
import { formatDay } from "~/domain/calendar/format";
import type { Snapshot } from "~/domain/submission/snapshot";
import {
  dutyDigest,
  helpWanted,
  placedItems,
  snapshotLevel,
  type PlacedItem,
} from "~/domain/submission/snapshot-digest";
import type { ModeratedView } from "~/services/replies/moderated-view.server";
import { LevelMark } from "../levels/level-mark";
import { LevelSpread } from "../levels/level-spread";
import { itemAnchor } from "../reading/section-anchor";
import { visitPagePath, visitPath } from "../visits/visit-paths";

type ReadFirstProps = { snapshot: Snapshot; moderated: ModeratedView | null };

/** What an officer reads before the rest: what moved, legal duties, help wanted, headlines and the second view. */
export function ReadFirst({ snapshot, moderated }: ReadFirstProps) {
  return (
    <section>
      <h2 className="ir-h2">Read this first</h2>
      <div className="ir-sides">
        <Changed snapshot={snapshot} />
        <Duties snapshot={snapshot} />
        <HelpWanted snapshot={snapshot} />
        <Headlines snapshot={snapshot} />
        <Moderated moderated={moderated} />
      </div>
    </section>
  );
}

type OfSnapshot = { snapshot: Snapshot };

const SHOWN = 6;

/** What went back stands first: it is where help may be needed. Both are the school's own words for itself. */
function Changed({ snapshot }: OfSnapshot) {
  const { changes } = snapshot;
  if (changes === null) {
    return (
      <div className="ir-card">
        <h3 className="ir-h3">Changed since last time</h3>
        <p>This is the first signed copy, so there is nothing to compare.</p>
      </div>
    );
  }
  const items = placedItems(snapshot);
  const moved = [...changes.back, ...changes.furtherOn];
  const shown = moved.slice(0, SHOWN);
  return (
    <div className="ir-card">
      <h3 className="ir-h3">
        Changed since {changes.since}: {moved.length}
      </h3>
      {moved.length === 0 ? <p>Every statement stands at the same level.</p> : null}
      <ul className="ir-plain-list">
        {shown.map((key) => {
          const found = items.find(({ item }) => item.key === key);
          const level = snapshotLevel(snapshot, found?.item.level ?? null);
          const words = changes.back.includes(key) ? "back to" : "further on, to";
          return (
            <li key={key}>
              <ItemLink itemKey={key} /> {found?.item.short}, {words} {level?.name}{" "}
              <LevelMark level={level} size="spread" />
            </li>
          );
        })}
      </ul>
      {moved.length > shown.length ? (
        <p>
          <a href="#changed">{moved.length - shown.length} more that changed</a>
        </p>
      ) : null}
    </div>
  );
}

function Duties({ snapshot }: OfSnapshot) {
  const duties = dutyDigest(snapshot);
  if (duties === null) return null;
  return (
    <div className="ir-card">
      <h3 className="ir-h3">
        Legal duties: {duties.yes} Yes, {duties.partly} Partly, {duties.no} No
      </h3>
      <Statements items={duties.open} none="All of them are answered Yes." words="dutyNote" />
    </div>
  );
}

function HelpWanted({ snapshot }: OfSnapshot) {
  const help = helpWanted(snapshot);
  return (
    <div className="ir-card">
      <h3 className="ir-h3">Help wanted: {help.length}</h3>
      <Statements items={help} none="The school asks for none." />
    </div>
  );
}

function Headlines({ snapshot }: OfSnapshot) {
  if (!snapshot.questionnaire.sectionSummary) return null;
  const levels = snapshot.sections.map(({ headline }) => snapshotLevel(snapshot, headline));
  const first = snapshot.sections.find(({ commentary }) => commentary !== "");
  return (
    <div className="ir-card">
      <h3 className="ir-h3">Headlines</h3>
      <p>
        <LevelSpread levels={levels} large />
      </p>
      {first === undefined ? null : (
        <p className="ir-clamp">
          {first.key}: “{first.commentary}”
        </p>
      )}
    </div>
  );
}

function Moderated({ moderated }: { moderated: ModeratedView | null }) {
  return (
    <div className="ir-card">
      <h3 className="ir-h3">Moderated view</h3>
      {moderated === null ? (
        <p>No visit in this round.</p>
      ) : (
        <>
          <p>
            {moderated.state}
            {moderated.visitOn === null ? "" : `, ${formatDay(moderated.visitOn)}`}.{" "}
            {moderated.ownership}
          </p>
          {moderated.strengths.map((strength) => (
            <p key={strength}>{strength}</p>
          ))}
          <p>
            {moderated.reads === null ? (
              <Link to={visitPath(moderated.visitId)}>See the visit</Link>
            ) : (
              <Link to={visitPagePath(moderated.visitId, "record")}>
                {moderated.reads === "record" ? "Read the record" : "Read what the school shares"}
              </Link>
            )}
          </p>
        </>
      )}
    </div>
  );
}

const ItemLink = ({ itemKey }: { itemKey: string }) => (
  <a href={`#${itemAnchor(itemKey)}`}>{itemKey}</a>
);

type StatementsProps = { items: readonly PlacedItem[]; none: string; words?: "dutyNote" };

function Statements({ items, none, words }: StatementsProps) {
  if (items.length === 0) return <p>{none}</p>;
  return (
    <ul className="ir-reading-list">
      {items.map(({ item }) => (
        <li key={item.key}>
          <ItemLink itemKey={item.key} /> {item.short}
          {words && item[words] ? `: “${item[words]}”` : ""}
        </li>
      ))}
    </ul>
  );
}
