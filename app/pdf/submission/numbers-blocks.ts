import type { Block } from "../engine/flow";
import { STYLE, TEXT_WIDTH } from "../engine/paper";
import { tableBlock } from "../engine/table-block";
import { plain } from "../engine/text-blocks";
import type { Snapshot } from "~/domain/submission/snapshot";
import { heading } from "./headings";
import type { Bookmarks } from "./headings";
import { dayWritten } from "./printed-words";

/** The figures given and the shares worked out from them; nothing where the questionnaire asks for none. */
export function numbersBlocks(snapshot: Snapshot, bookmarks: Bookmarks): Block[] {
  if (snapshot.fields.length === 0 && snapshot.derived.length === 0) return [];
  return [
    heading("Numbers", { before: 24, bookmarks }),
    ...(snapshot.derived.length === 0 ? [] : [sharesTable(snapshot)]),
    ...(snapshot.fields.length === 0 ? [] : [fieldsTable(snapshot)]),
  ];
}

/** Shares in per cent beside the two figures they come from; at most so many of them. */
export function sharesTable(snapshot: Snapshot, most = Infinity): Block {
  const asked = snapshot.derived.some(({ threshold }) => threshold !== null);
  const columns = [
    { width: TEXT_WIDTH - (asked ? 240 : 160), heading: plain("Share", STYLE.tableHead) },
    { width: 90, heading: plain("Figures", STYLE.tableHead), right: true },
    { width: 70, heading: plain("Per cent", STYLE.tableHead), right: true },
    ...(asked ? [{ width: 80, heading: plain("Asked for", STYLE.tableHead), right: true }] : []),
  ];
  const rows = snapshot.derived
    .slice(0, most)
    .map(({ label, part, whole, percent, threshold }) => [
      { spans: plain(label, STYLE.tableStrong) },
      { spans: plain(`${part ?? "–"} of ${whole ?? "–"}`, STYLE.table) },
      { spans: plain(percent === null ? "Not known" : `${percent}%`, STYLE.tableStrong) },
      ...(asked ? [{ spans: plain(threshold === null ? "–" : `${threshold}%`, STYLE.table) }] : []),
    ]);
  return tableBlock({ columns, rows, before: 4 });
}

function fieldsTable(snapshot: Snapshot): Block {
  const columns = [
    { width: TEXT_WIDTH / 2, heading: plain("What was asked", STYLE.tableHead) },
    { width: TEXT_WIDTH / 2, heading: plain("Answer", STYLE.tableHead) },
  ];
  const rows = snapshot.fields.map(({ label, kind, value }) => [
    { spans: plain(label, STYLE.tableStrong) },
    {
      spans: plain(
        value === "" ? "Not given" : kind === "date" ? dayWritten(value) : value,
        STYLE.table,
      ),
    },
  ]);
  return tableBlock({ columns, rows, before: 12 });
}
