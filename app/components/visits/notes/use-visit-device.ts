import { useEffect, useState, useSyncExternalStore } from "react";
import type { ListedNote } from "~/domain/visit/device-notes";
import { UNOPENED, VisitDevice, type DeviceState } from "./visit-device";

type Opens = {
  visitId: string;
  person: { id: string };
  notes: readonly ListedNote[];
  jottings: { text: string; version: number };
};

/** The device of this page. `device` is null while nothing may be written here: then forms are posted. */
export function useVisitDevice(view: Opens): { device: VisitDevice | null; state: DeviceState } {
  const [device] = useState(
    () => new VisitDevice({ person: view.person.id, visitId: view.visitId }),
  );
  const state = useSyncExternalStore(device.subscribe, device.stateOf, () => UNOPENED);
  const { notes, jottings } = view;
  useEffect(() => {
    void device.open({ notes, jottings });
  }, [device, notes, jottings]);
  useEffect(() => {
    const wake = () => void device.send();
    const seen = () => {
      if (document.visibilityState === "visible") wake();
    };
    window.addEventListener("online", wake);
    window.addEventListener("focus", wake);
    document.addEventListener("visibilitychange", seen);
    return () => {
      window.removeEventListener("online", wake);
      window.removeEventListener("focus", wake);
      document.removeEventListener("visibilitychange", seen);
      device.close();
    };
  }, [device]);
  return { device: state.storage === "ready" ? device : null, state };
}
