import type { Snapshot } from "~/domain/submission/snapshot";
import { pointsDigest, snapshotLevel } from "~/domain/submission/snapshot-digest";
import { LevelWord } from "../levels/level-mark";
import { LevelSpread } from "../levels/level-spread";
import { NumberTiles } from "../number-tiles";
import { lower } from "./lower";
import { sectionAnchor } from "./section-anchor";

/** Where it stands at a glance: headlines with each statement's mark, or a scheme's points. */
export function ReadingContents({ snapshot }: { snapshot: Snapshot }) {
  const points = pointsDigest(snapshot);
  if (points === null) return <HeadlineTable snapshot={snapshot} />;
  const { entry, starters } = points;
  return (
    <section>
      <h2 className="govuk-visually-hidden">At a glance</h2>
      <NumberTiles
        tiles={[
          { figure: `${entry.yes} of ${entry.total}`, words: "entry points met" },
          { figure: `${starters.yes} of ${starters.total}`, words: "starred points answered Yes" },
        ]}
      />
      {entry.missing.length > 0 ? (
        <p className="ir-body">
          Not met yet:{" "}
          {entry.missing.map(({ item }) => `${item.key}, ${lower(item.short)}`).join("; ")}.
        </p>
      ) : null}
    </section>
  );
}

type HeadlineTableProps = {
  snapshot: Snapshot;
  /** Where a section's name leads; its place in the reading on this page unless said. */
  linkTo?: (section: string) => string;
};

/** One row for each section: its headline and the marks of its statements. */
export function HeadlineTable({ snapshot, linkTo }: HeadlineTableProps) {
  const level = (code: string | null) => snapshotLevel(snapshot, code);
  const summed = snapshot.questionnaire.sectionSummary;
  return (
    <table className="ir-table ir-headlines">
      <caption className="govuk-visually-hidden">Headlines and statements by section</caption>
      <thead>
        <tr>
          <th scope="col">Section</th>
          {summed ? <th scope="col">Headline</th> : null}
          <th scope="col">Each statement</th>
        </tr>
      </thead>
      <tbody>
        {snapshot.sections.map(({ key, title, headline, items }) => (
          <tr key={key}>
            <th scope="row">
              <a href={linkTo ? linkTo(key) : `#${sectionAnchor(key)}`}>
                {key}. {title}
              </a>
            </th>
            {summed ? (
              <td>
                <LevelWord level={level(headline)} />
              </td>
            ) : null}
            <td className="ir-headlines-spread">
              <LevelSpread levels={items.map((item) => level(item.level))} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
