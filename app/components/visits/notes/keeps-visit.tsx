import { useEffect } from "react";
import { visitPagePath } from "../visit-paths";
import { keepNotesPage } from "./kept-pages";

/** On every page of a visit to make: its notes page is kept, so that it opens later without a connection. */
export function KeepsVisit({ visitId }: { visitId: string }) {
  useEffect(() => {
    void keepNotesPage(visitPagePath(visitId, "notes"));
  }, [visitId]);
  return null;
}
