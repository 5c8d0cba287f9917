import { Link } from "@remix-run/react";
import { formatDate, londonDate } from "~/domain/calendar/format";
import type { ToConfirmAnswer } from "~/services/answering/bring-views";
import { dutyAnswerWord } from "../answering/duty-words";
import { ItemCode } from "../item-code";
import { LevelWord } from "../levels/level-mark";
import { Tag } from "../tag";

/** One answer as it would count, with when and by whom it came here. */
export function ToConfirmRow({ answer, at }: { answer: ToConfirmAnswer; at: string }) {
  const { key, statement, level, content } = answer;
  const isItem = statement !== null && !key.includes(":");
  return (
    <article className="ir-reading-item" data-item={isItem ? key : undefined}>
      {isItem ? <ItemCode code={key} /> : null}
      <div>
        <h3 className="ir-h3">
          {isItem ? (
            <Link to={`${at}#${key}`}>{statement}</Link>
          ) : (
            (statement ?? "The section as a whole")
          )}
        </h3>
        {content.value === "" ? null : <p className="ir-words">{content.value}</p>}
        <p className="ir-reading-level">
          {key.startsWith("field:") ? null : <LevelWord level={level} />}
          {content.helpWanted ? <Tag colour="sand">Help wanted</Tag> : null}
        </p>
        {content.commentary === "" ? null : <p className="ir-words">{content.commentary}</p>}
        {content.whereSeen === "" ? null : <p className="ir-words">{content.whereSeen}</p>}
        {content.duty === null ? null : (
          <p>
            The duty is met: <strong>{dutyAnswerWord(content.duty)}</strong>
            {content.dutyNote === "" ? null : `. ${content.dutyNote}`}
          </p>
        )}
        <p className="ir-small ir-muted">
          {answer.by.name}, {formatDate(londonDate(answer.at))}
        </p>
      </div>
    </article>
  );
}
