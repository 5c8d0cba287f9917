import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import type { SaveQueue } from "./autosave/queue-types";

/** Longest that a link waits for a save under way; the text stays in this tab's storage either way. */
const LINK_WAIT_MS = 2500;

/** Keeps text from being lost on leaving: a link waits for the save, closing the tab asks while unsaved. */
export function useUnsavedGuard(queue: SaveQueue): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      queue.hasUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    const proceed = () => blocker.proceed();
    const timer = setTimeout(proceed, LINK_WAIT_MS);
    void queue.flush().then(() => {
      clearTimeout(timer);
      proceed();
    });
    return () => clearTimeout(timer);
  }, [blocker, queue]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.hasUnsaved()) event.preventDefault();
    };
    const wake = () => queue.wake();
    window.addEventListener("beforeunload", ask);
    window.addEventListener("online", wake);
    window.addEventListener("focus", wake);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("online", wake);
      window.removeEventListener("focus", wake);
    };
  }, [queue]);
}
