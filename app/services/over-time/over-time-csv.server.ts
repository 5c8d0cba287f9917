import { stringify } from "csv-stringify/sync";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { viewOverTime } from "./view-over-time.server";
import type { LineView, OverTimeView } from "./views";

const COLUMNS = [
  "Section",
  "Key",
  "Title",
  "Review round",
  "Signed on",
  "Questionnaire version",
  "Answer",
  "Compared with before",
];

/** The page as a table, one row for each answer of each copy. Throws `not-found` or `forbidden` as the page does. */
export async function overTimeCsv(
  app: App,
  actor: Actor,
  where: { urn: string; responseId: string },
): Promise<{ text: string; fileName: string }> {
  const view = await viewOverTime(app, actor, where);
  const day = londonDate(app.clock.now());
  return { text: printOverTime(view), fileName: `over-time-${view.urn}-${day}.csv` };
}

/** RFC 4180, UTF-8 with its mark, so that Excel reads it. What looks like a formula is made text. */
export function printOverTime(view: OverTimeView): string {
  const rows = [
    ...view.sections.flatMap(({ key, title, headline, lines }) => {
      const section = `${key} ${title}`;
      const first = headline === null ? [] : [{ ...headline, title: "Headline of the section" }];
      return [...first, ...lines].flatMap((line) => rowsOf(view, { section, line }));
    }),
    ...view.numbers.flatMap((line) => rowsOf(view, { section: "Numbers", line })),
    ...view.gone.flatMap((line) => rowsOf(view, { section: "No longer asked", line })),
  ];
  return stringify([COLUMNS, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

function rowsOf(
  { rounds }: OverTimeView,
  { section, line }: { section: string; line: LineView },
): string[][] {
  return line.cells.map(({ level, text, words }, place) => {
    const round = rounds[place];
    return [
      section,
      line.code ?? "",
      line.title,
      round?.title ?? "",
      round === undefined ? "" : londonDate(round.signedAt),
      String(round?.version ?? ""),
      level?.name ?? text,
      words.join(". "),
    ];
  });
}
