import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page's own script runs; false on the server and until it does. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
