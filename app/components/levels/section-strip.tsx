/** How far one statement is: done, begun (words or a choice still missing), or empty. */
export type StripState = "done" | "begun" | "empty";
export type StripSection = { key: string; title: string; items: readonly StripState[] };

const BOX = { width: 9, height: 20, gap: 2 };

/** "A: 6 of 6 done". */
export const stripText = ({ key, items }: StripSection): string =>
  `${key}: ${items.filter((state) => state === "done").length} of ${items.length} done`;

/** One small box for each statement, grouped by section. It shows how complete, never how good. */
export function SectionStrip({ sections }: { sections: readonly StripSection[] }) {
  return (
    <ul className="ir-strip">
      {sections.map((section) => (
        <li className="ir-strip-section" key={section.key}>
          <StripBoxes section={section} />
          <span aria-hidden="true">{section.key}</span>
        </li>
      ))}
    </ul>
  );
}

function StripBoxes({ section }: { section: StripSection }) {
  const width = section.items.length * (BOX.width + BOX.gap) - BOX.gap;
  return (
    <svg
      role="img"
      aria-label={stripText(section)}
      width={width}
      height={BOX.height}
      viewBox={`0 0 ${width} ${BOX.height}`}
      focusable="false"
    >
      {section.items.map((state, index) => (
        <StripBox key={index} state={state} x={index * (BOX.width + BOX.gap)} />
      ))}
    </svg>
  );
}

function StripBox({ state, x }: { state: StripState; x: number }) {
  const { width, height } = BOX;
  const half = height / 2;
  return (
    <>
      <rect
        className="ir-strip-edge"
        x={x + 0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={1.5}
      />
      {state === "done" ? (
        <rect className="ir-strip-fill" x={x} y={0} width={width} height={height} rx={2} />
      ) : null}
      {state === "begun" ? (
        <rect className="ir-strip-fill" x={x} y={half} width={width} height={half} rx={1} />
      ) : null}
    </>
  );
}
