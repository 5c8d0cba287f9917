import type { Snapshot } from "~/domain/submission/snapshot";
import { termWords } from "./term-words";

/** What the school means to do: titles, who leads and by which term. Nothing where there is none. */
export function ReadingActions({ snapshot: { actions } }: { snapshot: Snapshot }) {
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Action plan</h2>
      {actions.length === 0 ? (
        <p className="ir-body">No action is written yet.</p>
      ) : (
        <table className="ir-table ir-table-stacked">
          <caption className="govuk-visually-hidden">Actions</caption>
          <thead>
            <tr>
              <th scope="col">Action</th>
              <th scope="col">Statement</th>
              <th scope="col">Who leads</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {actions.map(({ title, itemKey, leadRole, term }, index) => (
              <tr key={index}>
                <th scope="row">{title}</th>
                <td data-heading="Statement">{itemKey ?? "The whole"}</td>
                <td data-heading="Who leads">{leadRole || "Not said"}</td>
                <td data-heading="By">{term === "" ? "Not said" : termWords(term, "table")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
