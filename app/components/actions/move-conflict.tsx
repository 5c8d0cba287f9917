import type { ActionState } from "~/domain/action/states";
import { Panel } from "../panels/panel";
import type { ShownAction } from "./action-card";
import { actionState } from "./action-words";

export type RefusedMove = { to: ActionState; theirs: ShownAction };

/** Someone changed the action first: what you chose, and how it stands now. Nothing was written. */
export function MoveConflict({ to, theirs }: RefusedMove) {
  return (
    <Panel kind="caution" title="Someone else changed this action first" id="conflict">
      <p>
        You chose “{actionState(to).word}” for “{theirs.title}”. A colleague has changed it since
        you opened this page: it now stands as “{actionState(theirs.state).word}”. Nothing was
        saved.
      </p>
      <p>
        <a href={`#action-${theirs.id}`}>See how it stands now</a>, then choose again if you still
        want to.
      </p>
    </Panel>
  );
}
