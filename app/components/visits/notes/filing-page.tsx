import { useId, useState } from "react";
import { CLOSED_WORDS, noteCountWords } from "~/domain/visit/device-words";
import type { FiledForFocus, FilingView } from "~/services/visits/file-notes.server";
import { ButtonLink } from "../../button";
import { Panel } from "../../panels/panel";
import { VisitPage } from "../visit-page";
import { visitPagePath } from "../visit-paths";
import { DeviceBar } from "./device-bar";
import { FilingCard } from "./filing-card";
import { NoteKindLabel } from "./note-kind";
import { useVisitDevice } from "./use-visit-device";

const NOTHING: [] = [];
const NO_JOTTINGS = { text: "", version: 0 };

/** Filing to what the school asked about, one press for each note (look/17). */
export function FilingPage({ view }: { view: FilingView }) {
  const { visitId, person, other, left, focus, closed, whoCanSee } = view;
  const { device, state } = useVisitDevice({
    ...{ visitId, person },
    notes: NOTHING,
    jottings: NO_JOTTINGS,
  });
  const notes = useSteadyOrder(view.notes);
  const unfiled = notes.filter(({ filedTo }) => filedTo === null).length;
  return (
    <>
      <VisitPage
        title={
          notes.length === 0
            ? "File your notes"
            : `File your notes: ${unfiled} left of ${notes.length}`
        }
        lede={`Say what each note is about. One press each.${otherWords(other)}`}
        hasBox
        whoCanSee={whoCanSee}
        side={<FilingSide view={view} />}
      >
        {closed === null ? null : <p className="ir-body">{CLOSED_WORDS[closed]}</p>}
        {notes.length === 0 ? (
          <p className="ir-body">Your notes will be here once they are sent.</p>
        ) : (
          <div className="ir-filing">
            {notes.map((note) => (
              <FilingCard key={note.id} note={note} focus={focus} mayFile={closed === null} />
            ))}
          </div>
        )}
        {closed === null ? (
          <div className="ir-actions">
            <ButtonLink to={visitPagePath(visitId, "combine")}>Go to Combine</ButtonLink>
          </div>
        ) : null}
        {other === null ? null : <FiledBy name={other.name} notes={other.notes} focus={focus} />}
        {left.map((one) => (
          <FiledBy key={one.name} {...one} focus={focus} hasLeft />
        ))}
      </VisitPage>
      <DeviceBar device={device} state={state} name={person.name} listed={notes.length}>
        <ButtonLink secondary to={visitPagePath(visitId, "notes")}>
          Show them
        </ButtonLink>
      </DeviceBar>
    </>
  );
}

/** Unfiled first as the page opens; what is filed then keeps its place, so that nothing moves under the finger. */
function useSteadyOrder(notes: FilingView["notes"]): FilingView["notes"] {
  const [order] = useState(() => notes.map(({ id }) => id));
  const place = (id: string) => {
    const index = order.indexOf(id);
    return index < 0 ? order.length : index;
  };
  return [...notes].sort((a, b) => place(a.id) - place(b.id));
}

function otherWords(other: FilingView["other"]): string {
  if (other === null) return "";
  return other.all === 0
    ? ` ${other.name} has no notes yet.`
    : ` ${other.name} has filed ${other.filed} of ${other.all}.`;
}

function FilingSide({ view }: { view: FilingView }) {
  const { focus, other, viewsFirst } = view;
  return (
    <>
      <Panel kind="side" title="What the school asked you to look at" id="focus">
        {focus.length === 0 ? <p>Nothing is chosen yet.</p> : null}
        <dl className="ir-focus-counts">
          {focus.map(({ key, title, mine, theirs }) => (
            <div key={key}>
              <dt>
                <strong>{key}</strong> {title}
              </dt>
              <dd>{countOf({ mine, theirs, name: other?.name ?? "" })}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      {viewsFirst && other !== null ? (
        <p className="ir-hint">
          This round asks for your own view first. You see what {other.name} has filed now, and
          their view when you both have given yours.
        </p>
      ) : null}
    </>
  );
}

function countOf({ mine, theirs, name }: { mine: number; theirs: number; name: string }): string {
  if (mine + theirs === 0) return "No notes yet";
  const count = noteCountWords(mine + theirs);
  if (mine > 0 && theirs > 0) return `${count}, both of you`;
  return mine > 0 ? `${count}, you only` : `${count}, ${name} only`;
}

type FiledByProps = {
  name: string;
  notes: readonly FiledForFocus[];
  focus: FilingView["focus"];
  /** They have left the visit since; the notes stay under their name. */
  hasLeft?: boolean;
};

/** What another reviewer has filed to the focus. What is not filed yet is theirs alone. */
function FiledBy({ name, notes, focus, hasLeft = false }: FiledByProps) {
  const id = useId();
  if (notes.length === 0) return null;
  return (
    <section className="ir-section" aria-labelledby={id}>
      <h2 className="ir-h2" id={id}>
        Filed by {name}
        {hasLeft ? ", who no longer makes this visit" : ""}
      </h2>
      {focus
        .filter(({ key }) => notes.some((note) => note.key === key))
        .map(({ key, title }) => (
          <section key={key} aria-label={`${name}: ${key}, ${title}`}>
            <h3 className="ir-h3">
              {key}, {title}
            </h3>
            <ul className="ir-notes">
              {notes
                .filter((note) => note.key === key)
                .map(({ id: noteId, kind, text, at }) => (
                  <li key={noteId} className="ir-note">
                    <p className="ir-note-text">{text}</p>
                    <div className="ir-note-foot">
                      <NoteKindLabel kind={kind} />
                      <span>{at}</span>
                    </div>
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </section>
  );
}
