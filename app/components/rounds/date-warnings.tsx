import { nextStep } from "~/domain/round/draft";
import type { DateWarning, WarnedField } from "~/domain/round/date-warnings";
import type { DraftView } from "~/services/rounds/view-draft.server";
import { ButtonLink } from "../button";
import { Panel } from "../panels/panel";
import { stepPath } from "./round-paths";

const FIELDS: Record<WarnedField, string> = {
  opensOn: "Opens on",
  firstDeadline: "First deadline",
  finalDeadline: "Final deadline",
};

type ListProps = { warnings: readonly DateWarning[] };

/** What speaks against dates, each with the date it is about. */
export const WarningList = ({ warnings }: ListProps) => (
  <ul className="ir-plain-list">
    {warnings.map(({ field, text }) => (
      <li key={`${field} ${text}`}>
        <span className="ir-strong">{FIELDS[field]}:</span> {text}
      </li>
    ))}
  </ul>
);

/** The dates are kept; they can be changed below or left as they are. */
export function DateWarnings({ view, warnings }: ListProps & { view: DraftView }) {
  if (warnings.length === 0) return null;
  const next = nextStep("dates") ?? "check";
  return (
    <div className="ir-panel-before">
      <Panel kind="caution" id="warnings" title="Your dates are kept. Look at these first">
        <WarningList warnings={warnings} />
        <p className="ir-actions">
          <ButtonLink secondary to={stepPath(view.organisation.key, view.draftId, next)}>
            Leave the dates as they are
          </ButtonLink>
        </p>
      </Panel>
    </div>
  );
}
