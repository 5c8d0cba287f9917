import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { noteCountWords } from "~/domain/visit/device-words";
import { useSignedInPerson } from "../../shell/signed-in-person";
import { visitPagePath } from "../visit-paths";
import { keepNotesPage } from "./kept-pages";
import { keepsVisits } from "./keeping-flag";

/** On every page of a visit to make: its notes page is kept, so that it opens later without a connection. */
export function KeepsVisit({ visitId }: { visitId: string }) {
  useEffect(() => {
    void keepNotesPage(visitPagePath(visitId, "notes"));
  }, [visitId]);
  return null;
}

/** On every page of a visit whose notes are over: the device forgets it, and says where notes were never sent. */
export function ForgetsVisit({ visitId }: { visitId: string }) {
  const person = useSignedInPerson();
  const [unsent, setUnsent] = useState(0);
  useEffect(() => {
    if (person === null || !keepsVisits()) return;
    // Only those who made notes here need it.
    import("./unsent")
      .then(({ forgetButUnsent }) => forgetButUnsent({ visitId, person }))
      .then(
        (notes) => setUnsent(notes.length),
        () => undefined,
      );
  }, [visitId, person]);
  if (unsent === 0) return null;
  return (
    <p className="ir-offline-band" role="status">
      <span>
        {noteCountWords(unsent)} on this tablet {unsent === 1 ? "was" : "were"} never sent.{" "}
        <Link to={visitPagePath(visitId, "notes")}>Look at them</Link>
      </span>
    </p>
  );
}
