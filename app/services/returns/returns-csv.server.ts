import { stringify } from "csv-stringify/sync";
import { londonDate } from "~/domain/calendar/format";
import type { ReturnsFilter } from "~/domain/returns/list-returns";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import type { ReturnRowView } from "./return-rows.server";
import { returnsScope } from "./returns-scope.server";
import { rowsOf } from "./view-returns.server";

const COLUMNS = [
  ...["URN", "School", "District", "Phase", "State", "Late", "Deadline"],
  ...["Next to act", "Last activity", "Last contact", "Signed copy", "Signed on"],
];

type Asked = { key: string; roundId: string | null; filter: ReturnsFilter };

/** Exactly the rows a filter leaves, in its order, as CSV (RFC 4180). Throws `not-found` or `forbidden`. */
export async function returnsCsv(app: App, actor: Actor, asked: Asked): Promise<string> {
  const of = await returnsScope(app, actor, asked);
  const rows =
    of.round === undefined ? [] : await rowsOf(app, of, { filter: asked.filter, page: null });
  return stringify([COLUMNS, ...rows.map(lineOf)], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

function lineOf(row: ReturnRowView): string[] {
  const { signed, lastActivity, lastContact } = row;
  return [
    ...[row.urn, row.name, row.district, row.phase, row.state],
    ...[row.late ? "yes" : "no", row.deadline ?? "", row.nextToAct],
    ...[lastActivity === null ? "" : londonDate(lastActivity), lastContact?.words ?? ""],
    ...[signed === null ? "" : String(signed.number), signed === null ? "" : londonDate(signed.at)],
  ];
}
