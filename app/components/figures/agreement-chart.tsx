import type { AgreementFigures, LookedAt } from "~/domain/figures/agreement-figures";
import type { SectionFigures } from "~/domain/figures/agreement-by-section";

/** Drawn twice: text in a picture must not shrink with it (look/README.md section 6). */
const SIZES = {
  wide: { width: 720, label: 56, row: 36, bar: 24 },
  narrow: { width: 288, label: 40, row: 36, bar: 24 },
} as const;
type Size = (typeof SIZES)[keyof typeof SIZES];

const ORDER: readonly LookedAt[] = ["not-there-yet", "about-there", "further-on"];

type Row = { label: string; figures: AgreementFigures };
type ChartProps = { all: AgreementFigures; sections: readonly SectionFigures[]; title: string };

/**
 * A bar for all areas and one for each section, from 0 to 100 in a hundred: not there yet, about there, further on.
 * Numbers stand in the bars, and the table under it says the same.
 */
export function AgreementChart({ all, sections, title }: ChartProps) {
  const rows: Row[] = [
    { label: "All", figures: all },
    ...sections.map(({ section, figures }) => ({ label: section, figures })),
  ];
  return (
    <>
      <Drawing rows={rows} size={SIZES.wide} title={title} className="ir-chart ir-chart-wide" />
      <Drawing rows={rows} size={SIZES.narrow} title={title} className="ir-chart ir-chart-narrow" />
    </>
  );
}

type DrawingProps = { rows: readonly Row[]; size: Size; title: string; className: string };

function Drawing({ rows, size, title, className }: DrawingProps) {
  const { width, row } = size;
  const height = rows.length * row + 4;
  return (
    <svg
      role="img"
      aria-label={title}
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      focusable="false"
    >
      {rows.map(({ label, figures }, index) => (
        <g key={label} transform={`translate(0 ${index * row + 4})`}>
          <text x={0} y={size.bar / 2 + 5} className="ir-chart-label">
            {label}
          </text>
          <Bar figures={figures} size={size} />
        </g>
      ))}
    </svg>
  );
}

function Bar({ figures, size: { width, label, bar } }: { figures: AgreementFigures; size: Size }) {
  const room = width - label - 1;
  if (!figures.shown) {
    const words = figures.because === "nothing-looked-at" ? "not looked at" : "[c]";
    return (
      <text x={label} y={bar / 2 + 5} className="ir-chart-note">
        {words}
      </text>
    );
  }
  const split = ORDER.every((view) => figures.views[view].shown);
  const parts = split ? ORDER : (["about-there"] as const);
  const counts = parts.map((view) => {
    const figure = figures.views[view];
    return { view, count: figure.shown ? figure.count : 0 };
  });
  const starts = counts.map((_, at) =>
    counts.slice(0, at).reduce((sum, { count }) => sum + count, 0),
  );
  const scale = room / figures.lookedAt;
  const shownEnd = counts.reduce((sum, { count }) => sum + count, 0) * scale;
  return (
    <g transform={`translate(${label} 0)`}>
      {counts.map(({ view, count }, at) =>
        count === 0 ? null : (
          <Part
            key={view}
            view={view}
            count={count}
            bar={bar}
            x={(starts[at] ?? 0) * scale}
            width={count * scale}
          />
        ),
      )}
      {split ? null : (
        <>
          <rect className="ir-chart-held" x={shownEnd} width={room - shownEnd} height={bar} />
          {room - shownEnd > 24 ? (
            <text x={shownEnd + 6} y={bar / 2 + 5} className="ir-chart-note">
              [c]
            </text>
          ) : null}
        </>
      )}
    </g>
  );
}

type PartProps = { view: LookedAt; count: number; bar: number; x: number; width: number };

/** The number stands in its part where there is room for it. */
const Part = ({ view, count, bar, x, width }: PartProps) => (
  <>
    <rect className={`ir-chart-${view}`} x={x} width={width} height={bar} />
    {width > 12 * String(count).length ? (
      <text x={x + width / 2} y={bar / 2 + 5} className={`ir-chart-count ir-chart-on-${view}`}>
        {count}
      </text>
    ) : null}
  </>
);
