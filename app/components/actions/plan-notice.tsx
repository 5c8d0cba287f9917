import { Link } from "@remix-run/react";
import { Notice } from "../panels/notice";
import type { ShownAction } from "./action-card";
import { actionState } from "./action-words";

/** What led back to the plan: the action just added, changed or moved, or how many were carried on. */
export type JustDone = { saved: string | null; carried: number };

export function PlanNotice({
  actions,
  saved,
  carried,
}: JustDone & { actions: readonly ShownAction[] }) {
  const action = actions.find(({ id }) => id === saved);
  if (action !== undefined) {
    const { word } = actionState(action.state);
    return (
      <Notice>
        Saved: <Link to={`#action-${action.id}`}>{action.title}</Link>. It stands as “{word}”.
      </Notice>
    );
  }
  if (carried === 0) return null;
  return <Notice>Carried on: {carried === 1 ? "1 action" : `${carried} actions`}.</Notice>;
}
