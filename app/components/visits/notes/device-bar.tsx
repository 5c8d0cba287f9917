import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { countWords } from "~/domain/visit/device-words";
import { noteCounts } from "~/domain/visit/device-notes";
import { Button } from "../../button";
import { classNames } from "../../class-names";
import { Icon } from "../../icon";
import type { DeviceState, VisitDevice } from "./visit-device";

type DeviceBarProps = {
  device: VisitDevice | null;
  state: DeviceState;
  /** Whose notes these are. */
  name: string;
  /** Notes the server has, as the page was made. */
  listed: number;
  children?: ReactNode;
};

/**
 * How many notes are only on this device and how many are sent, counted from storage and receipts (look/README.md
 * section 5). Before storage is read it says only what the server had.
 */
export function DeviceBar({ device, state, name, listed, children }: DeviceBarProps) {
  const counts = noteCounts(state.held);
  const isDone = state.storage === "ready" && counts.waiting === 0;
  return (
    <section className="ir-device-bar" aria-label="Your notes on this tablet">
      <div className="ir-container ir-device-row">
        <div>
          <p
            className={classNames("ir-device-count", isDone && "ir-device-count-done")}
            data-testid="note-counts"
          >
            <Icon name={isDone ? "tick" : "offline"} />
            {state.storage === "ready" ? countWords(counts) : `${listed} sent`}
          </p>
          <Trouble state={state} waiting={counts.waiting} name={name} />
          {state.othersWait ? (
            <p className="ir-device-line">
              Somebody else’s notes wait on this tablet. They sign in to send them.
            </p>
          ) : null}
          {state.storage === "none" ? (
            <p className="ir-device-line">
              This browser keeps nothing on the tablet. Each note is sent as you press a button, so
              stay where there is a connection.
            </p>
          ) : null}
        </div>
        {counts.waiting > 0 && device !== null ? (
          <Button type="button" secondary onClick={() => void device.sendNow()}>
            Try to send now
          </Button>
        ) : (
          children
        )}
      </div>
    </section>
  );
}

type TroubleProps = { state: DeviceState; waiting: number; name: string };

function Trouble({ state, waiting, name }: TroubleProps) {
  const { pathname } = useLocation();
  const signIn = `/sign-in?next=${encodeURIComponent(pathname)}`;
  if (state.link === "signed-out") {
    return (
      <p className="ir-device-line">
        <a href={signIn}>Sign in again</a>: your notes are on this tablet. Only {name} can hand them
        in.
      </p>
    );
  }
  if (state.link === "somebody-else" && waiting > 0) {
    return (
      <p className="ir-device-line">
        Somebody else is signed in here now. Only {name} can hand these notes in.
      </p>
    );
  }
  return null;
}
