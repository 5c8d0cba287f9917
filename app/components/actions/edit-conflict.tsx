import { Link } from "@remix-run/react";
import { ACTION_FIELDS, type ActionFields } from "~/domain/action/action-fields";
import { termWords } from "~/domain/action/action-words";
import { Panel } from "../panels/panel";
import { DiffText } from "../text/diff-text";
import { planPath } from "./action-paths";
import { fieldName } from "./problem-summary";

type EditConflictProps = { urn: string; mine: ActionFields; theirs: ActionFields };

/** Two versions of an action: yours is still in the form below, theirs is what stands. */
export function EditConflict({ urn, mine, theirs }: EditConflictProps) {
  const differing = ACTION_FIELDS.filter((field) => mine[field].trim() !== theirs[field].trim());
  const sides = [
    { name: "Yours, not saved", of: mine, other: theirs },
    { name: "Your colleague’s, saved", of: theirs, other: mine },
  ];
  return (
    <Panel kind="conflict" title="Someone else changed this action first" id="conflict">
      <p>Both versions are here, where they differ. Nothing of theirs was replaced.</p>
      <div className="ir-sides">
        {sides.map(({ name, of, other }) => (
          <div className="ir-card" key={name}>
            <h3 className="ir-h3">{name}</h3>
            {differing.length === 0 ? <p>Both say the same.</p> : null}
            {differing.map((field) => (
              <div key={field}>
                <p className="ir-small ir-muted">{fieldName(field)}</p>
                <DiffText text={shown(field, of)} other={shown(field, other)} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <p>
        Your text is still in the form below: change it if you like, then save again to put it in
        place of theirs. Or <Link to={planPath(urn)}>keep theirs</Link>.
      </p>
    </Panel>
  );
}

function shown(field: keyof ActionFields, of: ActionFields): string {
  const text = of[field];
  return (field === "term" ? termWords(text) : text) || "Nothing written";
}
