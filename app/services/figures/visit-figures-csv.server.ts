import { stringify } from "csv-stringify/sync";
import type { AgreementFigures, LookedAt, ViewFigure } from "~/domain/figures/agreement-figures";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { viewVisitFigures, type RoundFigures } from "./visit-figures.server";

const VIEWS: readonly LookedAt[] = ["not-there-yet", "about-there", "further-on"];
const COLUMNS = [
  "Round",
  "As at",
  "Section",
  "Title",
  "Schools",
  "Visits",
  "Areas looked at",
  "Areas not looked at",
  ...["Not there yet", "About there", "Further on"].flatMap((view) => [
    view,
    `${view}, share`,
    `${view}, low`,
    `${view}, high`,
  ]),
];
const HELD = "[c]";

/** The table of the page as CSV: shares as fractions with Wilson's range, held-back cells as "[c]". */
export async function exportVisitFigures(
  app: App,
  actor: Actor,
  asked: Parameters<typeof viewVisitFigures>[2],
): Promise<string> {
  const { round, figures, today } = await viewVisitFigures(app, actor, asked);
  const lines = figures === null ? [] : linesOf(figures);
  return stringify([COLUMNS, ...lines.map((line) => [round?.title ?? "", today, ...line])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

function linesOf({ agreement: { all, sections }, titles }: RoundFigures): string[][] {
  return [
    ["All", "All sections", ...cellsOf(all)],
    ...sections.map(({ section, figures }) => [
      section,
      titles[section] ?? "",
      ...cellsOf(figures),
    ]),
  ];
}

function cellsOf(figures: AgreementFigures): string[] {
  if (!figures.shown) {
    const cell = figures.because === "nothing-looked-at" ? "0" : HELD;
    return [...Array<string>(4).fill(cell), ...VIEWS.flatMap(() => Array<string>(4).fill(cell))];
  }
  const { schools, visits, lookedAt, notLookedAt, views } = figures;
  return [
    ...[schools, visits, lookedAt, notLookedAt].map(String),
    ...VIEWS.flatMap((view) => viewCells(views[view])),
  ];
}

function viewCells(figure: ViewFigure): string[] {
  if (!figure.shown) return Array<string>(4).fill(HELD);
  const { count, share, interval } = figure;
  return [String(count), ...[share, interval.low, interval.high].map((one) => one.toFixed(4))];
}
