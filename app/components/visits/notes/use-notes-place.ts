import { useEffect, useState, useSyncExternalStore } from "react";
import type { NotesView } from "~/services/visits/view-notes.server";
import { visitPagePath } from "../visit-paths";
import type { DayLine } from "./day-lines";
import type { ListedRow } from "./note-rows";

type Asked = {
  view: NotesView;
  lines: readonly DayLine[];
  changing: string | null;
  isOffline: boolean;
};

/**
 * Which line of the day is open and which note is being changed. Changed on the page itself, without asking the
 * server, so that it works without a connection; the address follows, for a reload and for sharing with oneself.
 */
export function useNotesPlace({ view, lines, changing, isOffline }: Asked) {
  const [opened, setOpened] = useState<string | null>(null);
  const [changed, setChanged] = useState(changing);
  const path = visitPagePath(view.visitId, "notes");
  // A page kept for later was made for another line than the one in the address.
  const asked = useSyncExternalStore(neverChanges, lineInAddress, () => null);
  const lineOf = (wanted: string | null) => lines.find(({ id }) => id === wanted);
  const line = lineOf(opened ?? asked) ?? lineOf(view.line) ?? lines[0] ?? null;
  useLeavesByDocument(isOffline);
  const linkTo = (lineId: string) => `${path}?line=${lineId}`;
  const follow = (address: string) =>
    window.history.replaceState(window.history.state, "", address);
  return {
    line,
    changed,
    path,
    action: `${path}?index${line === null ? "" : `&line=${line.id}`}`,
    linkTo,
    changeLink: (noteId: string) => `${linkTo(line?.id ?? "")}&change=${noteId}`,
    changedRow: (rows: readonly ListedRow[]) => rows.find(({ id }) => id === changed) ?? null,
    open: (lineId: string) => {
      setOpened(lineId);
      setChanged(null);
      follow(linkTo(lineId));
      document.getElementById("note")?.focus();
    },
    change: (noteId: string | null) => {
      setChanged(noteId);
      if (noteId === null) document.getElementById("note")?.focus();
    },
  };
}

const neverChanges = () => () => undefined;
const lineInAddress = () => new URLSearchParams(window.location.search).get("line");

/** Without a connection another page is asked for as a whole, so that the service worker can answer in its place. */
function useLeavesByDocument(isOffline: boolean): void {
  useEffect(() => {
    if (!isOffline) return;
    const leave = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const isElsewhere = link !== null && link.pathname !== window.location.pathname;
      if (!isElsewhere || link.origin !== window.location.origin || event.ctrlKey) return;
      event.preventDefault();
      window.location.assign(link.href);
    };
    window.addEventListener("click", leave, true);
    return () => window.removeEventListener("click", leave, true);
  }, [isOffline]);
}

export type NotesPlace = ReturnType<typeof useNotesPlace>;
