import type { StatementView } from "~/services/answering/views";
import { Details } from "../../details";

/** Help and what could show it, folded away. */
export function StatementExtras({ item }: { item: StatementView }) {
  return (
    <Details summary={`Help with ${item.key}, and what could show it`}>
      {item.help ? <p>{item.help}</p> : null}
      <p>
        <span className="ir-strong">What could show it:</span> {item.evidence}.
      </p>
    </Details>
  );
}
