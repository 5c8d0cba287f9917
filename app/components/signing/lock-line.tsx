import { Form } from "@remix-run/react";
import { londonDate, formatDate, formatTime } from "~/domain/calendar/format";
import { Icon } from "../icon";

type LockLineProps = {
  lock: { by: string | null; at: Date };
  /** Day it is, YYYY-MM-DD in London. */
  today: string;
  /** Where "Take it back" posts; null for a reader who may not. */
  takeBack: string | null;
  children?: string;
};

/** Who locked the answers and when, and the way to unlock them. */
export function LockLine({ lock, today, takeBack, children }: LockLineProps) {
  const { by, at } = lock;
  const day = londonDate(at) === today ? "today" : `on ${formatDate(at)}`;
  return (
    <div className="ir-lock-line">
      <p>
        <Icon name="lock" />
        Locked{by ? ` by ${by}` : ""} {day} at {formatTime(at)}. {children}
      </p>
      {takeBack ? (
        <Form method="post" action={takeBack}>
          <button type="submit" className="ir-link-button" name="intent" value="take-back">
            Take it back
          </button>
        </Form>
      ) : null}
    </div>
  );
}
