import type { DayLine } from "~/domain/visit/day-lines";
import { PLAN_TEXTS, type PlanFields, type PlanText } from "~/domain/visit/plan-fields";
import { Panel } from "../panels/panel";
import { DiffText } from "../text/diff-text";
import { DayReading } from "./plan-reading";

const NAMES: Record<PlanText, string> = {
  focusReason: "Why you would like this looked at",
  context: "Your school in a few lines",
  practicalNotes: "Practical notes",
};

/** Two versions of what is looked at: yours is still in the form, theirs is what stands. */
export function FocusConflict({ mine, theirs }: { mine: PlanFields; theirs: PlanFields }) {
  const sides = [
    { name: "Yours, not saved", of: mine, other: theirs },
    { name: "Your colleague’s, saved", of: theirs, other: mine },
  ];
  const differing = PLAN_TEXTS.filter((field) => mine[field].trim() !== theirs[field].trim());
  return (
    <Panel kind="conflict" title="Someone else changed the plan first" id="conflict">
      <p>Both versions are here, where they differ. Nothing of theirs was replaced.</p>
      <div className="ir-sides">
        {sides.map(({ name, of, other }) => (
          <div className="ir-card" key={name}>
            <h3 className="ir-h3">{name}</h3>
            <p className="ir-small ir-muted">Looks at</p>
            <p>{[...of.sections, ...of.statements].join(", ") || "Nothing chosen"}</p>
            {differing.map((field) => (
              <div key={field}>
                <p className="ir-small ir-muted">{NAMES[field]}</p>
                <DiffText text={of[field] || "Nothing written"} other={other[field]} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <p>
        Yours is still in the form below: save again to put it in place of theirs, or open the page
        anew to keep theirs.
      </p>
    </Panel>
  );
}

/** The lines of the day that stand; what was typed is still in the form. */
export const DayConflict = ({ theirs }: { theirs: readonly DayLine[] }) => (
  <Panel kind="conflict" title="Someone else changed the day first" id="conflict">
    <p>This is the day as it stands now. Nothing of theirs was replaced.</p>
    <DayReading lines={theirs} />
    <p>
      Yours is still in the form below: save again to put it in place of theirs, or open the page
      anew to keep theirs.
    </p>
  </Panel>
);
