import type { LevelSign } from "./level-sign";

const BAR = { width: 3, gap: 0.9, first: 4, rise: 3.2, baseline: 18.6, left: 4.65 };
const STEPS = [1, 2, 3, 4] as const;
/** 45 degree lines within the box, for Ready. */
const HATCH = "M3 8L8 3M3 14.500L14.5 3M3 21L21 3M9.5 21L21 9.500M16 21L21 16";

/** The shape inside a mark's box. */
export function MarkGlyph({ level }: { level: LevelSign }) {
  switch (level.mark) {
    case "steps":
      return <StepBars steps={level.steps} />;
    case "tick":
      return <path className="ir-mark-glyph-line" d="M6 12.500l4 4 8-8.5" />;
    case "cross":
      return <path className="ir-mark-glyph-line" d="M7.5 7.500l9 9M16.5 7.500l-9 9" />;
    case "half":
      return (
        <path
          className="ir-mark-glyph"
          fillRule="evenodd"
          d="M12 5.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm0 1.600a4.9 4.9 0 0 0 0 9.800z"
        />
      );
    case "ready":
      return (
        <>
          <path className="ir-mark-hatch" d={HATCH} />
          <circle className="ir-mark-open" cx="12" cy="12" r="5" />
        </>
      );
    case "none":
      return <rect className="ir-mark-glyph" x="7" y="10.7" width="10" height="2.6" rx="0.5" />;
  }
}

/** Bars of the steps reached; the steps above are short lines on the base. */
function StepBars({ steps }: { steps: number }) {
  return (
    <>
      {STEPS.map((step) => {
        const reached = step <= steps;
        const height = reached ? BAR.first + BAR.rise * (step - 1) : 1;
        return (
          <rect
            key={step}
            className={reached ? "ir-mark-glyph" : "ir-mark-glyph ir-mark-rest"}
            x={(BAR.left + (step - 1) * (BAR.width + BAR.gap)).toFixed(2)}
            y={(BAR.baseline - height).toFixed(2)}
            width={BAR.width}
            height={height.toFixed(2)}
          />
        );
      })}
    </>
  );
}
