import { formatDate } from "~/domain/calendar/format";
import type { CellView, LineView, SignedRoundView } from "~/services/over-time/views";
import { ItemCode } from "../item-code";
import { LevelWord } from "../levels/level-mark";
import { lineAnchor } from "./over-time-paths";

type TableProps = {
  /** Ends the id of the caption: unique on the page. */
  id: string;
  caption: string;
  /** What the first column names: "Statement". */
  first: string;
  rounds: readonly SignedRoundView[];
  lines: readonly LineView[];
};

/** Lines by signed copies, newest last; on a phone one card for each line. */
export function OverTimeTable({ id, caption, first, rounds, lines }: TableProps) {
  return (
    <div className="ir-scroll" role="region" aria-labelledby={`table-${id}`} tabIndex={0}>
      <table className="ir-table ir-table-stacked ir-over-time">
        <caption className="ir-h3" id={`table-${id}`}>
          {caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {rounds.map((round) => (
              <th scope="col" key={columnKey(round)}>
                {columnWords(round)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} id={lineAnchor(line.key)}>
              <th scope="row">
                {line.code === null ? null : <ItemCode code={line.code} />} {line.title}
              </th>
              {rounds.map((round, place) => (
                <td key={columnKey(round)} data-heading={columnWords(round)}>
                  <Cell cell={line.cells[place]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const columnKey = ({ responseId, number }: SignedRoundView): string => `${responseId} ${number}`;
const columnWords = ({ title, signedAt }: SignedRoundView): string =>
  `${title}, ${formatDate(signedAt)}`;

/** The level with its mark or the number, and in words how it stands to the one before. */
function Cell({ cell }: { cell: CellView | undefined }) {
  if (cell === undefined) return null;
  const { level, text, words } = cell;
  return (
    <>
      {level === null ? text : <LevelWord level={level} />}
      {words.map((sentence) => (
        <span className="ir-over-time-words" key={sentence}>
          {sentence}
        </span>
      ))}
    </>
  );
}
