import { VIEWERS, VISIBILITY } from "./visibility";

/** The whole table of who can see what. Rows become cards on a phone; in between, the region scrolls. */
export function VisibilityTable() {
  return (
    <div className="ir-scroll" role="region" aria-labelledby="visibility" tabIndex={0}>
      <table className="ir-table ir-table-stacked">
        <caption id="visibility">Who can see what</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            {VIEWERS.map((viewer) => (
              <th scope="col" key={viewer}>
                {viewer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {VISIBILITY.map(({ what, seenBy }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              {seenBy.map((answer, column) => (
                <td key={VIEWERS[column]} data-heading={VIEWERS[column]}>
                  {answer}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
