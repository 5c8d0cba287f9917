import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { formatDateTime, formatTime } from "~/domain/calendar/format";
import { Button } from "../button";
import { Panel } from "../panels/panel";

const MINUTE = 60_000;
/** WCAG 2.2.1 asks for 20 seconds; five minutes let a sentence be finished. */
const WARN_BEFORE = 5 * MINUTE;
/** Browsers run a timer longer than 24 days out at once. */
const LONGEST_WAIT = 24 * 60 * MINUTE;

/**
 * When the session ends unused, the time it cannot be kept past, and how long it is to the end by the server's
 * clock, in milliseconds: the browser's may be wrong.
 */
export type SessionEnd = { endsAt: Date; lastEnd: Date; endsIn: number };
type Answer = { end: SessionEnd | null };

/** Asks to stay signed in, five minutes before the session ends; without JavaScript a line says when that is. */
export function SessionWarning({ end }: { end: SessionEnd }) {
  const { known, hasEnded, extend, isSending } = useSessionEnd(end);
  return (
    <>
      <noscript>
        <p className="ir-container ir-session-note">
          You stay signed in until {formatDateTime(end.endsAt)}, and longer if you open or save
          pages. What you send after that is kept for you.
        </p>
      </noscript>
      {hasEnded ? <Ended /> : null}
      {!hasEnded && known.endsIn <= WARN_BEFORE ? (
        <div className="ir-container ir-stuck" role="alert">
          <Panel kind="caution" title={`You are signed out at ${formatTime(known.endsAt)}`}>
            <Advice isLast={known.lastEnd <= known.endsAt} extend={extend} isSending={isSending} />
          </Panel>
        </div>
      ) : null}
    </>
  );
}

type AdviceProps = { isLast: boolean; extend: () => void; isSending: boolean };

function Advice({ isLast, extend, isSending }: AdviceProps) {
  if (isLast) {
    return <p>Save what you are writing, then sign out and in again. What is saved stays.</p>;
  }
  return (
    <>
      <p>You have not used this for a while. What you typed stays on the page.</p>
      <Button type="button" onClick={extend} aria-disabled={isSending || undefined}>
        Stay signed in
      </Button>
    </>
  );
}

const Ended = () => (
  <div className="ir-container ir-stuck" role="alert">
    <Panel kind="caution" title="Your session ended. Sign in again: your text is kept">
      <p>
        <a href="/sign-in" target="_blank" rel="noopener">
          Sign in (opens in a new tab)
        </a>
        . Then come back here.
      </p>
    </Panel>
  </div>
);

/** Waits until the end is near, then asks the server: another tab may have been used since. */
function useSessionEnd(end: SessionEnd) {
  const { data, load, submit, state } = useFetcher<Answer>();
  const known = latest(end, data?.end ?? null);
  const { endsIn } = known;
  const endsAt = known.endsAt.getTime();
  useEffect(() => {
    const wait = endsIn <= WARN_BEFORE ? endsIn : endsIn - WARN_BEFORE;
    const timer = setTimeout(
      () => load("/account/session"),
      Math.min(Math.max(wait, 0) + 500, LONGEST_WAIT),
    );
    return () => clearTimeout(timer);
  }, [endsIn, endsAt, load]);
  const extend = () => submit({}, { method: "post", action: "/account/session" });
  return { known, hasEnded: data?.end === null, extend, isSending: state !== "idle" };
}

/** The later end; of two readings of the same end, the one made last. */
function latest(one: SessionEnd, other: SessionEnd | null): SessionEnd {
  if (other === null) return one;
  const apart = other.endsAt.getTime() - one.endsAt.getTime();
  return apart > 0 || (apart === 0 && other.endsIn < one.endsIn) ? other : one;
}
