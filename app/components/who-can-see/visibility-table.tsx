import { whoCanSeeTable } from "~/domain/policy/who-can-see-table";

/** The whole table of who can see what, as the policy answers. Rows become cards on a phone; in between, it scrolls. */
export function VisibilityTable() {
  const { columns, rows } = whoCanSeeTable();
  return (
    <div className="ir-scroll" role="region" aria-labelledby="visibility" tabIndex={0}>
      <table className="ir-table ir-table-stacked">
        <caption id="visibility">Who can see what</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ object, cells }) => (
            <tr key={object}>
              <th scope="row">{object}</th>
              {cells.map((cell, index) => (
                <td key={columns[index]} data-heading={columns[index]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
