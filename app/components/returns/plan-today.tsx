import { termWords } from "~/domain/action/action-words";
import type { ActionTitle } from "~/services/actions/list-titles.server";
import { actionState } from "../actions/action-words";
import { Tag } from "../tag";

/** How the actions of a return stand today, by title. The copy below says how they stood when it was signed. */
export function PlanToday({ plan }: { plan: readonly ActionTitle[] }) {
  if (plan.length === 0) return null;
  return (
    <section className="ir-section">
      <h2 className="ir-h2" id="plan-today">
        Action plan today
      </h2>
      <p className="ir-body">
        The school keeps this plan up to date. You see titles and how far they are, not the school’s
        words about them.
      </p>
      <table className="ir-table ir-table-stacked">
        <caption className="govuk-visually-hidden">Actions as they stand today</caption>
        <thead>
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Who leads</th>
            <th scope="col">By</th>
            <th scope="col">Stands at</th>
          </tr>
        </thead>
        <tbody>
          {plan.map(({ id, title, leadRole, term, state }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td data-heading="Who leads">{leadRole}</td>
              <td data-heading="By">{termWords(term)}</td>
              <td data-heading="Stands at">
                <Tag colour={actionState(state).colour}>{actionState(state).word}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
