import { Link } from "@remix-run/react";
import { Panel } from "../panels/panel";

/** Who may see the thing this page shows. `sentences` come from the policy (`app/domain/policy/who-sees.ts`). */
export function WhoCanSeeThis({ sentences }: { sentences: readonly string[] }) {
  return (
    <Panel kind="side" title="Who can see this" id="who-can-see-this">
      <ul className="ir-plain-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        <Link to="/who-can-see">Who can see what</Link>
      </p>
    </Panel>
  );
}
