import type { AnswerContent } from "~/domain/response/answer";
import { sameContent } from "~/domain/response/answer-content";
import type { Resolution } from "~/forms/answers";
import type { SaveReply } from "../save-reply";
import { editTogether } from "~/domain/response/conflict";
import type {
  AnswerState,
  Draft,
  OpenAnswer,
  QueueParts,
  SaveQueue,
  SendResult,
} from "./queue-types";

/** How long after the last key a text is sent. */
export const TYPING_MS = 800;
const LONGEST_WAIT_MS = 30_000;

type Entry = OpenAnswer & {
  /** Sent and not acknowledged. The same content keeps its save id over every retry. */
  sending: Draft["sending"];
  inFlight: boolean;
  cancel: (() => void) | null;
  tries: number;
  namesConfirmed: boolean;
};

/**
 * Saves answers one by one (design.md decision 4): one save of an answer is under way at a time, it is retried
 * with its own id until it is answered, and only then follows what was typed meanwhile, on the new base. So a
 * lost reply can never look like somebody else's change.
 */
export function createSaveQueue(parts: QueueParts): SaveQueue {
  return new Queue(parts);
}

class Queue implements SaveQueue {
  readonly #parts: QueueParts;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #listeners = new Set<() => void>();

  constructor(parts: QueueParts) {
    this.#parts = parts;
    this.#entries = new Map([...parts.open].map(([key, open]) => [key, newEntry(open)]));
  }

  change = (key: string, content: AnswerContent, when: "now" | "soon"): void => {
    const entry = this.#entryOf(key);
    entry.content = content;
    this.#keep(key, entry);
    const { level, duty } = content;
    const isChoice = level !== entry.state.level || duty !== entry.state.duty;
    this.#show(entry, isChoice ? { level, duty } : null);
    if (!isHeld(entry)) this.#schedule(key, when === "now" ? 0 : TYPING_MS);
  };

  restore = (key: string, draft: Draft): void => {
    const entry = this.#entryOf(key);
    const { level, duty } = draft.content;
    Object.assign(entry, draft);
    this.#show(entry, { level, duty });
    this.#schedule(key, 0);
  };

  resolve = (key: string, how: Resolution): AnswerContent | null => {
    const entry = this.#entryOf(key);
    const { theirs } = entry.state;
    if (theirs === null) return null;
    entry.base = theirs.revision;
    entry.saved = theirs.content;
    const content = resolved(entry.content, theirs.content, how);
    entry.content = content;
    const { level, duty } = content;
    const save = how === "theirs" ? SETTLED : { kind: "saving" as const };
    this.#show(entry, { ...CLEAR, level, duty, save });
    this.#keep(key, entry);
    if (how !== "theirs") this.#schedule(key, how === "mine" ? 0 : TYPING_MS);
    return how === "mine" ? null : content;
  };

  confirmNames = (key: string): void => {
    this.#entryOf(key).namesConfirmed = true;
    this.#schedule(key, 0);
  };

  flush = async (): Promise<boolean> => {
    for (const [key, entry] of this.#entries) if (!isSettled(entry)) this.#schedule(key, 0);
    await this.#quiet();
    return [...this.#entries.values()].every(isSettled);
  };

  wake = (): void => {
    for (const [key, { state }] of this.#entries) {
      if (state.save.kind === "retrying") this.#schedule(key, 0);
    }
  };

  hasUnsaved = (): boolean => [...this.#entries.values()].some((entry) => !isSettled(entry));
  contentOf = (key: string): AnswerContent => this.#entryOf(key).content;
  stateOf = (key: string): AnswerState => this.#entryOf(key).state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #entryOf(key: string): Entry {
    const entry = this.#entries.get(key);
    if (entry === undefined) throw new Error(`No answer ${key} on this page`);
    return entry;
  }

  /** Null: only what the boxes hold has changed. */
  #show(entry: Entry, change: Partial<AnswerState> | null): void {
    if (change !== null) entry.state = { ...entry.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #keep(key: string, entry: Entry): void {
    const { content, base, sending } = entry;
    if (isSettled(entry)) this.#parts.drafts.drop(key);
    else this.#parts.drafts.keep(key, { content, base, sending });
  }

  #schedule(key: string, ms: number): void {
    const entry = this.#entryOf(key);
    entry.cancel?.();
    entry.cancel = this.#parts.later(() => {
      entry.cancel = null;
      void this.#pump(key, entry);
    }, ms);
  }

  async #pump(key: string, entry: Entry): Promise<void> {
    if (entry.inFlight) return;
    const isNothing = entry.sending === null && sameContent(entry.content, entry.saved);
    if (isHeld(entry) || isNothing) {
      this.#show(entry, null);
      return;
    }
    const { base, content, namesConfirmed } = entry;
    const sending = entry.sending ?? {
      content,
      saveId: this.#parts.newSaveId(),
      namesConfirmed,
    };
    entry.sending = sending;
    entry.inFlight = true;
    this.#keep(key, entry);
    if (entry.state.save.kind !== "retrying") this.#show(entry, { save: { kind: "saving" } });
    const result = await this.#parts.send({ key, base, ...sending });
    entry.inFlight = false;
    this.#take(key, entry, result);
    this.#keep(key, entry);
  }

  #take(key: string, entry: Entry, result: SendResult): void {
    switch (result.kind) {
      case "unreachable":
      case "signed-out":
        entry.tries += 1;
        this.#schedule(key, Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (entry.tries - 1)));
        this.#show(entry, { save: { kind: "retrying" }, signedOut: result.kind === "signed-out" });
        return;
      case "stopped":
        this.#refuse(entry, {
          ...STOPPED,
          field: result.message,
          summary: result.message,
        });
        return;
      case "saved":
      case "conflict":
      case "refused":
        this.#takeReply(key, entry, result);
    }
  }

  #takeReply(key: string, entry: Entry, reply: SaveReply): void {
    const sent = entry.sending?.content ?? entry.content;
    entry.tries = 0;
    entry.sending = null;
    switch (reply.kind) {
      case "saved":
        entry.base = reply.revision;
        entry.saved = sent;
        entry.namesConfirmed = false;
        if (!isSettled(entry)) this.#schedule(key, 0);
        this.#show(entry, { ...CLEAR, save: { kind: "saved", at: reply.at } });
        return;
      case "conflict":
        this.#show(entry, { ...CLEAR, save: { kind: "conflict" }, theirs: reply.theirs });
        return;
      case "refused": {
        const isNewer = !sameContent(sent, entry.content);
        if (isNewer && !reply.refusal.final) this.#schedule(key, 0);
        this.#refuse(entry, reply.refusal);
      }
    }
  }

  #refuse(entry: Entry, refusal: AnswerState["refusal"]): void {
    entry.sending = null;
    this.#show(entry, { ...CLEAR, save: { kind: "kept" }, refusal });
  }

  /** Resolves once nothing is under way: each answer is saved, or waits for the person or the network. */
  #quiet(): Promise<void> {
    const isQuiet = (entry: Entry) =>
      !entry.inFlight && (entry.cancel === null || entry.state.save.kind === "retrying");
    return new Promise((resolve) => {
      const look = () => {
        if (![...this.#entries.values()].every(isQuiet)) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }
}

const CLEAR = { refusal: null, theirs: null, signedOut: false } as const;
const SETTLED = { kind: "idle" } as const;
const STOPPED = { code: "stopped", part: null, final: true } as const;

function newEntry(open: OpenAnswer): Entry {
  return { ...open, sending: null, inFlight: false, cancel: null, tries: 0, namesConfirmed: false };
}

function isSettled({ content, saved, sending }: Entry): boolean {
  return sending === null && sameContent(content, saved);
}

/** Waits for the person: two versions, or a refusal that more typing cannot change. */
function isHeld({ state }: Entry): boolean {
  return state.save.kind === "conflict" || state.refusal?.final === true;
}

function resolved(mine: AnswerContent, theirs: AnswerContent, how: Resolution): AnswerContent {
  if (how === "mine") return mine;
  return how === "theirs" ? theirs : editTogether(mine, theirs);
}
