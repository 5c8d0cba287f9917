import type { ActionFields } from "~/domain/action/action-fields";
import type { ShownAction } from "./action-card";

/** An action as its form holds it. */
export function fieldsOf(action: ShownAction): ActionFields {
  const { title, whereWeAre, whereWeWant, leadRole, term, priority } = action;
  const { resourceOrHelp, howWeWillKnow, progressNote } = action;
  const first = { title, whereWeAre, whereWeWant, leadRole, term, priority: String(priority) };
  return { ...first, resourceOrHelp, howWeWillKnow, progressNote };
}
