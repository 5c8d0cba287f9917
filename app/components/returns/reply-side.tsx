import { formatDate, formatDay, formatTime } from "~/domain/calendar/format";
import type { ReadFirstView } from "~/services/replies/read-first.server";
import { Icon } from "../icon";
import { Panel } from "../panels/panel";

/** Who reads the reply, and how far the return is on its way. */
export function ReplySide({ first, signedAt }: { first: ReadFirstView; signedAt: Date | null }) {
  const { readers, replies, waiting, repliesSeenBy } = first;
  return (
    <>
      <Panel kind="side" title="Who reads your reply" id="reply-readers">
        <ul className="ir-plain-list">
          {repliesSeenBy.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>
          The levels are the school’s own judgement. There are no private notes about a school here:
          what you think, you write to them.
        </p>
      </Panel>
      <Panel kind="side" title="On the way" id="on-the-way">
        <ul className="ir-plain-list">
          {signedAt === null ? null : (
            <Done title="Signed, and received" note={momentOf(signedAt)} />
          )}
          {readers.map(({ name, firstAt, isYou }) => (
            <Done
              key={`${name} ${firstAt.getTime()}`}
              title={`Opened by ${isYou ? "you" : name}`}
              note={momentOf(firstAt)}
            />
          ))}
          {replies.map(({ id, by, at, number }) => (
            <Done key={id} title={`Reply to copy ${number}, ${by}`} note={momentOf(at)} />
          ))}
          {waiting === null ? null : (
            <li>
              <Icon name="ring-empty" /> Reply
              <span className="ir-summary-note ir-muted">
                {waiting.replyBy === null
                  ? "The school sees the days waiting"
                  : `Promised by ${formatDay(waiting.replyBy)}. The school sees the days waiting`}
              </span>
            </li>
          )}
        </ul>
      </Panel>
    </>
  );
}

const Done = ({ title, note }: { title: string; note: string }) => (
  <li>
    <Icon name="tick" /> {title}
    <span className="ir-summary-note ir-muted">{note}</span>
  </li>
);

const momentOf = (at: Date): string => `${formatDate(at)}, ${formatTime(at)}`;
