import { useEffect } from "react";
import { formatDay } from "~/domain/calendar/format";
import { clearedWords, noteCountWords } from "~/domain/visit/device-words";
import type { NotesView } from "~/services/visits/view-notes.server";
import { ErrorSummary } from "../../form/error-summary";
import { useAnnounce } from "../../shell/announcer";
import { WhoCanSeeThis } from "../../who-can-see/who-can-see-this";
import { SafeguardingNotice } from "../safeguarding-notice";
import { AddLine } from "./add-line";
import { ChangeNote } from "./change-note";
import { DayLines, type DayLine } from "./day-lines";
import { DeviceBar } from "./device-bar";
import { HomeScreen } from "./home-screen";
import { JottingsBox } from "./jottings-box";
import { linesOf, lineWords, rowsOf, strayRows } from "./note-listing";
import { NoteForm } from "./note-form";
import { NoteRows, type ListedRow } from "./note-rows";
import { ConflictFound, type Returned } from "./returned-note";
import { OfflineBand, useIsOffline } from "./offline-band";
import { useNotesPlace, type NotesPlace } from "./use-notes-place";
import { useVisitDevice } from "./use-visit-device";
import type { VisitDevice } from "./visit-device";
import { askToPersist, keepNotesPage } from "./kept-pages";

type NotesPageProps = { view: NotesView; changing: string | null; returned: Returned | null };

/** A reviewer's notes by line of the day (look/16). Works as plain forms; on the device once storage is open. */
export function NotesPage({ view, changing, returned }: NotesPageProps) {
  const { device, state } = useVisitDevice(view);
  const isOffline = useIsOffline(state);
  const lines = linesOf(view, state.held);
  const place = useNotesPlace({ view, lines, changing, isOffline });
  const announce = useAnnounce();
  const { line, action, path } = place;
  useEffect(() => {
    void keepNotesPage(path);
    void askToPersist();
  }, [path]);
  const rows = rowsOf(view, state);
  const here = rows.filter(({ activityId }) => activityId === line?.id);
  const sentBefore = view.notes.filter(({ removed }) => !removed).length;
  return (
    <>
      <OfflineBand isOffline={isOffline && state.storage === "ready"} />
      <div className="ir-notes-page">
        <div className="ir-notes-main">
          <ErrorSummary errors={returned?.errors ?? []} />
          {state.cleared ? (
            <p className="ir-panel ir-panel-conflict" role="status">
              {clearedWords(sentBefore)}
            </p>
          ) : null}
          <p className="ir-caption">{line === null ? "Notes" : lineWords(line)}</p>
          <h1 className="ir-h1">
            {line === null ? "Your notes" : `${line.title}, ${line.startsAt}`}
          </h1>
          <p className="ir-notes-skip">
            <a href="#day-lines">Go to another part of the day</a>
          </p>
          {returned?.conflict ? <ConflictFound {...returned.conflict} action={action} /> : null}
          {line === null ? (
            <p className="ir-body">Nothing is planned yet. Add what you are at, then write.</p>
          ) : (
            <NoteForm
              id="note"
              action={action}
              fields={returned?.fields ?? { ...view.ids, line: line.id, base: 0, notedAt: null }}
              label="Write it, then say what it is"
              hint="No names of children or staff. Sort it to a statement later."
              text={returned?.text ?? ""}
              error={returned?.noteError}
              asksNames={returned?.asksNames ?? false}
              onKeep={
                device === null || returned?.fields !== undefined
                  ? null
                  : (written) => {
                      const made = { id: crypto.randomUUID(), activityId: line.id };
                      const notedAt = new Date().toISOString();
                      announce(`Kept. ${noteCountWords(here.length + 1)} in ${line.title}`);
                      return device.keep({ ...made, ...written, notedAt });
                    }
              }
            >
              <p className="ir-hint">Pressing one keeps the note and clears the box.</p>
            </NoteForm>
          )}
          {line === null ? null : (
            <section className="ir-section" aria-labelledby="notes-here">
              <h2 className="ir-h2" id="notes-here">
                In {line.title}: {noteCountWords(here.length)}
              </h2>
              {place.changed !== null && place.changedRow(rows) ? (
                <ChangeNote
                  key={place.changed}
                  note={place.changedRow(rows)}
                  base={view.notes.find(({ id }) => id === place.changed)?.version ?? 0}
                  delivery={view.ids.delivery}
                  action={action}
                  device={device}
                  onDone={() => place.change(null)}
                  linkBack={place.linkTo(line.id)}
                />
              ) : null}
              <NoteRows
                notes={here}
                device={device}
                linkTo={(id) => place.changeLink(id)}
                onChange={(id) => place.change(id)}
                line={line}
                mayChange
              />
            </section>
          )}
          <Strays rows={strayRows(rows, lines)} device={device} line={line} />
          <JottingsBox
            action={action}
            person={view.person.id}
            given={returned?.jottings ?? view.jottings}
            device={device}
            state={state}
            error={returned?.jottingsError}
          />
        </div>
        <NotesSide
          view={view}
          returned={returned}
          device={device}
          lines={lines}
          place={place}
          rows={rows}
        />
      </div>
      <DeviceBar device={device} state={state} name={view.person.name} listed={sentBefore} />
    </>
  );
}

type NotesSideProps = {
  view: NotesView;
  returned: Returned | null;
  device: VisitDevice | null;
  lines: readonly DayLine[];
  place: NotesPlace;
  rows: readonly ListedRow[];
};

/** The day, what else may be written about, and what to know beside every box. */
function NotesSide({ view, returned, device, lines, place, rows }: NotesSideProps) {
  const { line, action } = place;
  return (
    <div className="ir-notes-side ir-stack">
      <DayLines
        day={view.visitOn === null ? "The day" : formatDay(view.visitOn)}
        lines={lines}
        current={line?.id ?? null}
        countOf={(id) => rows.filter(({ activityId }) => activityId === id).length}
        linkTo={(id) => place.linkTo(id)}
        onOpen={(id) => place.open(id)}
      />
      <AddLine
        action={action}
        id={view.ids.line}
        device={device}
        onAdded={(id) => place.open(id)}
        open={lines.length === 0 || returned?.lineError !== undefined}
        error={returned?.lineError}
      />
      <SafeguardingNotice />
      <HomeScreen path={place.path} />
      <WhoCanSeeThis sentences={view.whoCanSee} />
    </div>
  );
}

type StraysProps = {
  rows: readonly ListedRow[];
  device: VisitDevice | null;
  line: DayLine | null;
};

/** Notes whose line of the day was taken out of the plan meanwhile. */
function Strays({ rows, device, line }: StraysProps) {
  if (rows.length === 0) return null;
  return (
    <section className="ir-section" aria-labelledby="strays">
      <h2 className="ir-h2" id="strays">
        No longer in the plan: {noteCountWords(rows.length)}
      </h2>
      <NoteRows
        notes={rows}
        device={device}
        linkTo={() => "#strays"}
        onChange={() => undefined}
        line={line}
        mayChange={false}
      />
    </section>
  );
}
