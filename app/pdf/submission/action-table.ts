import type { Block } from "../engine/flow";
import { STYLE, TEXT_WIDTH } from "../engine/paper";
import { tableBlock } from "../engine/table-block";
import { plain } from "../engine/text-blocks";
import type { Snapshot } from "~/domain/submission/snapshot";
import { termWritten } from "./printed-words";

/** Actions as at signing: what, about which statement, who leads, by when. */
export function actionTable(actions: Snapshot["actions"]): Block {
  const columns = [
    { width: TEXT_WIDTH - 314, heading: plain("Action", STYLE.tableHead) },
    { width: 86, heading: plain("Statement", STYLE.tableHead) },
    { width: 112, heading: plain("Who leads", STYLE.tableHead) },
    { width: 116, heading: plain("By", STYLE.tableHead) },
  ];
  const rows = actions.map((action) => [
    { spans: plain(action.title, STYLE.tableStrong) },
    { spans: plain(action.itemKey ?? "Whole school", STYLE.table) },
    { spans: plain(action.leadRole === "" ? "Not named yet" : action.leadRole, STYLE.table) },
    {
      spans: plain(
        action.term === "" ? "No date yet" : termWritten(action.term, "table"),
        STYLE.table,
      ),
    },
  ]);
  return tableBlock({ columns, rows, before: 4 });
}
