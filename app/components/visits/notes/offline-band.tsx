import { useSyncExternalStore } from "react";
import { Icon } from "../../icon";
import type { DeviceState } from "./visit-device";

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** Whether there is no connection: the browser says so, or the last send did not arrive. */
export function useIsOffline({ link }: Pick<DeviceState, "link">): boolean {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return !isOnline || link === "unreachable";
}

/** Said above everything while there is no connection. */
export function OfflineBand({ isOffline }: { isOffline: boolean }) {
  return (
    <div role="status">
      {isOffline ? (
        <p className="ir-offline-band">
          <Icon name="offline" size="large" />
          <span>
            <strong>You are offline.</strong> Keep writing. Your notes are safe on this tablet and
            go when the connection is back.
          </span>
        </p>
      ) : null}
    </div>
  );
}
