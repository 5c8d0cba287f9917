import type { SheetProblem } from "~/domain/questionnaire/sheets/sheet";

/** More are not looked through in one sitting; the file is mended and read again. */
const MOST_SHOWN = 200;

/** Every fault of a file, by sheet, row and column. */
export function FileProblems({ problems }: { problems: readonly SheetProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <section className="ir-section" aria-labelledby="problems">
      <h2 className="ir-h2" id="problems">
        {problems.length === 1 ? "1 thing to put right" : `${problems.length} things to put right`}
      </h2>
      <p className="ir-body">Nothing has been changed. Mend the file and read it in again.</p>
      <table className="ir-table ir-table-stacked">
        <caption>Where they are</caption>
        <thead>
          <tr>
            <th scope="col">Sheet</th>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, MOST_SHOWN).map(({ sheet, row, column, message }, index) => (
            <tr key={index}>
              <td data-heading="Sheet">{sheet}</td>
              <td data-heading="Row">{row === 0 ? "" : row}</td>
              <td data-heading="Column">{column}</td>
              <td data-heading="What to do">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > MOST_SHOWN ? (
        <p className="ir-body">{problems.length - MOST_SHOWN} more are not listed.</p>
      ) : null}
    </section>
  );
}
