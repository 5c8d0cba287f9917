import type { AgreementFigures, LookedAt } from "~/domain/figures/agreement-figures";
import type { SectionFigures } from "~/domain/figures/agreement-by-section";
import { shareWords } from "~/domain/figures/figure-words";
import { VIEW_WORDS } from "~/domain/visit/view-words";

const COLUMNS: readonly LookedAt[] = ["not-there-yet", "about-there", "further-on"];

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type TableProps = {
  all: AgreementFigures;
  sections: readonly SectionFigures[];
  titles: Readonly<Record<string, string>>;
};

/** The figures of the chart in numbers, sections in the order of the questionnaire. */
export function AgreementTable({ all, sections, titles }: TableProps) {
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="ir-h3">The same in numbers</caption>
      <thead>
        <tr>
          <th scope="col">Section</th>
          <th scope="col">Areas looked at</th>
          {COLUMNS.map((view) => (
            <th scope="col" key={view}>
              {capital(VIEW_WORDS[view])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row label="All sections" figures={all} />
        {sections.map(({ section, figures }) => (
          <Row key={section} label={`${section} ${titles[section] ?? ""}`} figures={figures} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ label, figures }: { label: string; figures: AgreementFigures }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-heading="Areas looked at">{lookedAt(figures)}</td>
      {COLUMNS.map((view) => (
        <td key={view} data-heading={capital(VIEW_WORDS[view])}>
          {cell(figures, view)}
        </td>
      ))}
    </tr>
  );
}

function lookedAt(figures: AgreementFigures): string {
  if (figures.shown) return String(figures.lookedAt);
  return figures.because === "nothing-looked-at" ? "0" : "[c]";
}

function cell(figures: AgreementFigures, view: LookedAt): string {
  if (!figures.shown) return figures.because === "nothing-looked-at" ? "none" : "[c]";
  const figure = figures.views[view];
  if (!figure.shown) return "[c]";
  return `${figure.count}: ${shareWords(figure, figures.lookedAt)}`;
}
