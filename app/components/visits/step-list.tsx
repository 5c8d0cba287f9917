import { formatDay } from "~/domain/calendar/format";
import type { StepView } from "~/services/visits/views";
import { Tag } from "../tag";

/** What is next, by when, and who is late: the same for every party. */
export function StepList({ steps, missing }: { steps: readonly StepView[]; missing?: string }) {
  if (steps.length === 0 && missing === undefined) return null;
  return (
    <section className="ir-section" aria-labelledby="next">
      <h2 className="ir-h2" id="next">
        What is next
      </h2>
      <ul className="ir-list">
        {missing === undefined ? null : (
          <li className="ir-list-row">
            <div className="ir-list-main">
              <p className="ir-list-title">{missing}</p>
            </div>
          </li>
        )}
        {steps.map((step) => (
          <li className="ir-list-row" key={`${step.step} ${step.words}`}>
            <div className="ir-list-main">
              <p className="ir-list-title">
                {step.yours ? `You: ${lower(step.words)}` : step.words}
              </p>
              {step.by === null ? null : <p className="ir-list-note">By {formatDay(step.by)}</p>}
            </div>
            {step.late ? (
              <div className="ir-list-state">
                <Tag colour="sand">Late</Tag>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** One step in a line, for lists, the reader's own before others: "You: say yes or no, by Friday 4 December, late". */
export function stepLine(steps: readonly StepView[]): string {
  const step = steps.find(({ yours }) => yours) ?? steps[0];
  if (step === undefined) return "";
  const by = step.by === null ? "" : `, by ${formatDay(step.by)}`;
  return `${step.yours ? `You: ${lower(step.words)}` : step.words}${by}${step.late ? ", late" : ""}`;
}
