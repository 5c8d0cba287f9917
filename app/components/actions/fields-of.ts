import type { ActionFields } from "~/domain/action/action-fields";
import type { ActionView } from "~/services/actions/views";

/** An action as its form holds it. */
export function fieldsOf(action: Omit<ActionView, "updatedAt">): ActionFields {
  const { title, leadRole, term, priority, howWeWillKnow, progressNote } = action;
  return { title, leadRole, term, priority: String(priority), howWeWillKnow, progressNote };
}
