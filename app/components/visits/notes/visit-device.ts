import {
  freshestJottings,
  jot,
  NO_JOTTINGS,
  settleJottings,
  takeJottingsOutcome,
  type DeviceJottings,
} from "~/domain/visit/device-jottings";
import {
  activitiesFor,
  keepNote,
  nextBatch,
  NOTHING_HELD,
  retryClosed,
  settleNote,
  takeAnswers,
  takeList,
  takeNoteOut,
  type DeviceActivity,
  type DeviceNote,
  type Held,
  type HeldChange,
  type ListedNote,
} from "~/domain/visit/device-notes";
import { MOST_DELIVERIES } from "~/forms/note-delivery";
import {
  changeHeld,
  changeJottings,
  doOthersWait,
  openHeld,
  readJottings,
  type Whose,
} from "./device-store";
import { sendJottings, sendNotes, type SendTrouble } from "./send-notes";

/** What the page shows of the device. */
export type DeviceState = {
  /** `none`: this browser keeps nothing, so that forms are posted as without JavaScript. */
  storage: "opening" | "ready" | "none";
  held: Held;
  jottings: DeviceJottings | null;
  link: "idle" | "sending" | SendTrouble;
  /** Storage held nothing of this visit though the server has notes. */
  cleared: boolean;
  othersWait: boolean;
};

export const UNOPENED: DeviceState = {
  storage: "opening",
  held: NOTHING_HELD,
  jottings: null,
  link: "idle",
  cleared: false,
  othersWait: false,
};

type Given = {
  notes: readonly ListedNote[];
  jottings: { text: string; version: number };
};

type JottingsStep = (own: DeviceJottings) => DeviceJottings;

const LONGEST_WAIT_MS = 30_000;

/**
 * One person's notes of one visit on this device. Everything is written to storage first and sent then; what is shown
 * is what storage holds. Sends are one after another, also between tabs.
 */
export class VisitDevice {
  readonly #whose: Whose;
  readonly #listeners = new Set<() => void>();
  #state = UNOPENED;
  #tries = 0;
  #timer: number | undefined;
  #sending: Promise<void> | null = null;
  #again = false;

  constructor(whose: Whose) {
    this.#whose = whose;
  }

  stateOf = (): DeviceState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads storage, takes over what the server lists, and begins to send. */
  open = async ({ notes, jottings }: Given): Promise<void> => {
    try {
      const { held, jottings: own, isNew } = await openHeld(this.#whose);
      const cleared = isNew && notes.some(({ removed }) => !removed);
      const kept = freshestJottings(own, jottings);
      this.#show({ storage: "ready", held, jottings: kept, cleared });
      await this.#step((now) => takeList(now, notes));
      await this.#stepJottings((now) => freshestJottings(now, jottings));
      this.#show({ othersWait: await doOthersWait(this.#whose.person) });
    } catch {
      this.#show({ storage: "none" });
      return;
    }
    await this.send();
  };

  /** Rejects where the note could not be kept, so that its words go back into the box. */
  keep = async (written: Omit<DeviceNote, "removed" | "problem">): Promise<void> => {
    await this.#step((held) => keepNote(held, written, crypto.randomUUID()));
    void this.send();
  };

  /** The same for a note that is on the page and stays there. */
  keepAgain = (written: Omit<DeviceNote, "removed" | "problem">): Promise<void> =>
    this.#tryStep((held) => keepNote(held, written, crypto.randomUUID()));

  takeOut = (noteId: string): Promise<void> =>
    this.#tryStep((held) => takeNoteOut(held, noteId, crypto.randomUUID()));

  settle = (noteId: string, keep: "mine" | "theirs"): Promise<void> =>
    this.#tryStep((held) => settleNote(held, { noteId, keep }, crypto.randomUUID()));

  addLine = (line: Omit<DeviceActivity, "sent">): Promise<void> =>
    this.#tryStep(() => ({ put: { activities: [{ ...line, sent: false }] } }));

  jot = (text: string): Promise<void> => this.#tryJottings((own) => jot(own, text));

  settleJottings = (keep: "mine" | "theirs"): Promise<void> =>
    this.#tryJottings((own) => settleJottings(own, keep));

  /** At the person's own wish: what was refused while the record was with the school goes too. */
  sendNow = async (): Promise<void> => {
    this.#tries = 0;
    await this.#tryStep((held) => retryClosed(held, () => crypto.randomUUID()));
  };

  /** Sends what waits. Asked while a send is under way, it goes once more after it. */
  send = (): Promise<void> => {
    if (this.#state.storage !== "ready") return Promise.resolve();
    this.#again = this.#sending !== null;
    this.#sending ??= this.#sendUntilQuiet().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  };

  close = (): void => {
    window.clearTimeout(this.#timer);
    this.#listeners.clear();
  };

  async #sendUntilQuiet(): Promise<void> {
    window.clearTimeout(this.#timer);
    do {
      this.#again = false;
      const trouble = await oneTabAtATime(() => this.#sendAll()).catch(() => "idle" as const);
      if (trouble === "idle") return;
      if (trouble !== null) {
        this.#show({ link: trouble });
        if (trouble === "unreachable") this.#sendLater();
        return;
      }
    } while (this.#asksAgain());
    this.#tries = 0;
    this.#show({ link: "idle" });
  }

  #asksAgain(): boolean {
    return this.#again;
  }

  #sendLater(): void {
    const wait = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** this.#tries);
    this.#tries += 1;
    this.#timer = window.setTimeout(() => void this.send(), wait);
  }

  async #sendAll(): Promise<SendTrouble | null> {
    for (;;) {
      // What is tried is fixed first, so that a repeat says the same.
      const held = await this.#step((now) => ({
        put: { outgoing: nextBatch(now, MOST_DELIVERIES) },
      }));
      const batch = nextBatch(held, MOST_DELIVERIES);
      const activities = activitiesFor(held, batch, MOST_DELIVERIES);
      if (batch.length === 0 && activities.length === 0) return this.#sendJottings();
      this.#show({ link: "sending" });
      const answers = await sendNotes({ ...this.#whose, activities, batch });
      if (typeof answers === "string") return answers;
      await this.#step((now) => takeAnswers(now, answers, activities));
    }
  }

  async #sendJottings(): Promise<SendTrouble | null> {
    const told = await readJottings(this.#whose);
    if (!told.waits || told.theirs !== null) return null;
    const { text, version } = told;
    const outcome = await sendJottings({ ...this.#whose, text, version });
    if (typeof outcome === "string") return outcome;
    const now = await this.#stepJottings((own) => takeJottingsOutcome(own, told, outcome));
    return outcome.kind === "saved" && now.waits ? this.#sendJottings() : null;
  }

  async #tryJottings(step: JottingsStep): Promise<void> {
    await this.#stepJottings(step).catch(() => undefined);
    void this.send();
  }

  async #stepJottings(step: JottingsStep): Promise<DeviceJottings> {
    try {
      const shown = this.#state.jottings ?? NO_JOTTINGS;
      const jottings = await changeJottings(this.#whose, step, shown);
      this.#show({ jottings });
      return jottings;
    } catch (error) {
      this.#show({ storage: "none" });
      throw error;
    }
  }

  /** A step that loses nothing where storage fails: the page then says that nothing is kept. */
  async #tryStep(step: (held: Held) => HeldChange): Promise<void> {
    await this.#step(step).catch(() => undefined);
    void this.send();
  }

  /** Where storage is full or was forgotten, forms are posted from then on. */
  async #step(step: (held: Held) => HeldChange): Promise<Held> {
    try {
      const held = await changeHeld(this.#whose, step, this.#state.held);
      this.#show({ held });
      return held;
    } catch (error) {
      this.#show({ storage: "none" });
      throw error;
    }
  }

  #show(change: Partial<DeviceState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Browsers without locks send side by side, which the server takes once all the same. */
async function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (!("locks" in navigator)) return work();
  return navigator.locks.request("visit-notes", work);
}
