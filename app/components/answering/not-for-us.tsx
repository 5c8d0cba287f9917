import type { DoesNotApplyView } from "~/services/answering/views";
import { Details } from "../details";
import { counted } from "./answer-words";

const WHY = { phase: "for other phases", type: "for other types of school" } as const;

/** Statements the questionnaire does not ask this school, folded away with the reason. */
export function NotForUs({ items }: { items: readonly DoesNotApplyView[] }) {
  if (items.length === 0) return null;
  return (
    <div className="ir-section">
      <Details summary={`${counted(items.length, "statement")} not asked of your school`}>
        <ul className="ir-list">
          {items.map(({ key, statement, why }) => (
            <li className="ir-list-row" key={key}>
              <div className="ir-list-main">
                <p className="ir-list-note">
                  {key} {statement} It is {WHY[why]}.
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}
