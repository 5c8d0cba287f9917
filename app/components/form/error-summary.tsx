import { useEffect, useRef } from "react";

/** One thing to put right. `text` starts with the code, "C5: choose a level"; `fieldId` is where the link leads. */
export type SummaryError = { fieldId: string; text: string };

const COUNT_WORDS = ["", "One thing", "Two things", "Three things", "Four things", "Five things"];

/** "Three things to put right". */
export const summaryTitle = (count: number): string =>
  `${COUNT_WORDS[count] ?? `${count} things`} to put right`;

/** What is wrong, first on the page. Takes focus when it appears; each line leads to its field. */
export function ErrorSummary({ errors }: { errors: readonly SummaryError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{summaryTitle(errors.length)}</h2>
        <ul className="govuk-list govuk-error-summary__list">
          {errors.map(({ fieldId, text }) => (
            <li key={`${fieldId} ${text}`}>
              <a href={`#${fieldId}`} onClick={() => focusField(fieldId)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Following a link scrolls to a control but does not put the cursor in it. */
function focusField(fieldId: string) {
  document.getElementById(fieldId)?.focus();
}
