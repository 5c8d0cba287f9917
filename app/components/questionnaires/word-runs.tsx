import type { TextChange } from "~/domain/questionnaire/compare/word-runs";

/**
 * A text before and after. Words taken out are struck through, words put in are underlined, and both are named for a
 * screen reader: never by colour alone.
 */
export function TextRuns({ change: { label, before, after, runs } }: { change: TextChange }) {
  return (
    <div className="ir-change-text">
      <p className="ir-label">{label}</p>
      <p className="ir-words">
        {runs.map(({ kind, text }, index) => {
          if (kind === "same") return <span key={index}>{text}</span>;
          if (kind === "removed")
            return (
              <del key={index} className="ir-diff-removed">
                <span className="govuk-visually-hidden">taken out: </span>
                {text}
                <span className="govuk-visually-hidden"> end. </span>
              </del>
            );
          return (
            <ins key={index} className="ir-diff-changed">
              <span className="govuk-visually-hidden">put in: </span>
              {text}
              <span className="govuk-visually-hidden"> end. </span>
            </ins>
          );
        })}
      </p>
      {before === "" || after === "" ? (
        <p className="ir-hint">{before === "" ? "It was empty." : "It is empty now."}</p>
      ) : null}
    </div>
  );
}
