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
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  for (const [key, open] of parts.open) entries.set(key, newEntry(open));

  function entryOf(key: string): Entry {
    const entry = entries.get(key);
    if (entry === undefined) throw new Error(`No answer ${key} on this page`);
    return entry;
  }

  /** Null: only what the boxes hold has changed. */
  function show(entry: Entry, change: Partial<AnswerState> | null): void {
    if (change !== null) entry.state = { ...entry.state, ...change };
    for (const listener of listeners) listener();
  }

  function keep(key: string, entry: Entry): void {
    const { content, base, sending } = entry;
    if (isSettled(entry)) parts.drafts.drop(key);
    else parts.drafts.keep(key, { content, base, sending });
  }

  function schedule(key: string, entry: Entry, ms: number): void {
    entry.cancel?.();
    entry.cancel = parts.later(() => {
      entry.cancel = null;
      void pump(key);
    }, ms);
  }

  async function pump(key: string): Promise<void> {
    const entry = entryOf(key);
    if (entry.inFlight || isHeld(entry)) return;
    if (entry.sending === null && sameContent(entry.content, entry.saved)) return;
    const { base, content, namesConfirmed } = entry;
    const sending = entry.sending ?? { content, saveId: parts.newSaveId(), namesConfirmed };
    entry.sending = sending;
    entry.inFlight = true;
    keep(key, entry);
    if (entry.state.save.kind !== "retrying") show(entry, { save: { kind: "saving" } });
    const result = await parts.send({ key, base, ...sending });
    entry.inFlight = false;
    take(key, entry, result);
    keep(key, entry);
  }

  function take(key: string, entry: Entry, result: SendResult): void {
    switch (result.kind) {
      case "unreachable":
      case "signed-out":
        entry.tries += 1;
        show(entry, { save: { kind: "retrying" }, signedOut: result.kind === "signed-out" });
        schedule(key, entry, Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (entry.tries - 1)));
        return;
      case "stopped":
        return refuse(entry, { ...STOPPED, field: result.message, summary: result.message });
      default:
        return takeReply(key, entry, result);
    }
  }

  function takeReply(key: string, entry: Entry, reply: SaveReply): void {
    const sent = entry.sending?.content ?? entry.content;
    entry.tries = 0;
    switch (reply.kind) {
      case "saved":
        entry.base = reply.revision;
        entry.saved = sent;
        entry.sending = null;
        entry.namesConfirmed = false;
        show(entry, { ...CLEAR, save: { kind: "saved", at: reply.at } });
        if (!isSettled(entry)) schedule(key, entry, 0);
        return;
      case "conflict":
        entry.sending = null;
        show(entry, { ...CLEAR, save: { kind: "conflict" }, theirs: reply.theirs });
        return;
      case "refused":
        refuse(entry, reply.refusal);
        if (!reply.refusal.final && !sameContent(sent, entry.content)) schedule(key, entry, 0);
    }
  }

  function refuse(entry: Entry, refusal: AnswerState["refusal"]): void {
    entry.sending = null;
    show(entry, { ...CLEAR, save: { kind: "kept" }, refusal });
  }

  return {
    change(key, content, when) {
      const entry = entryOf(key);
      entry.content = content;
      keep(key, entry);
      const { level, duty } = content;
      const isChoice = level !== entry.state.level || duty !== entry.state.duty;
      show(entry, isChoice ? { level, duty } : null);
      if (!isHeld(entry)) schedule(key, entry, when === "now" ? 0 : TYPING_MS);
    },
    restore(key, draft) {
      const entry = entryOf(key);
      const { level, duty } = draft.content;
      Object.assign(entry, draft);
      show(entry, { level, duty });
      schedule(key, entry, 0);
    },
    resolve(key, how) {
      const entry = entryOf(key);
      const { theirs } = entry.state;
      if (theirs === null) return null;
      entry.base = theirs.revision;
      entry.saved = theirs.content;
      const content = resolved(entry.content, theirs.content, how);
      entry.content = content;
      const { level, duty } = content;
      const save = how === "theirs" ? SETTLED : { kind: "saving" as const };
      show(entry, { ...CLEAR, level, duty, save });
      keep(key, entry);
      if (how !== "theirs") schedule(key, entry, how === "mine" ? 0 : TYPING_MS);
      return how === "mine" ? null : content;
    },
    confirmNames(key) {
      const entry = entryOf(key);
      entry.namesConfirmed = true;
      schedule(key, entry, 0);
    },
    async flush() {
      for (const [key, entry] of entries) if (!isSettled(entry)) schedule(key, entry, 0);
      await settled({ entries, listeners });
      return [...entries.values()].every(isSettled);
    },
    wake() {
      for (const [key, entry] of entries) {
        if (entry.state.save.kind === "retrying") schedule(key, entry, 0);
      }
    },
    hasUnsaved: () => [...entries.values()].some((entry) => !isSettled(entry)),
    contentOf: (key) => entryOf(key).content,
    stateOf: (key) => entryOf(key).state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
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

type Watched = { entries: ReadonlyMap<string, Entry>; listeners: Set<() => void> };

/** Resolves once nothing is under way: each answer is saved, or waits for the person or the network. */
function settled({ entries, listeners }: Watched): Promise<void> {
  const isQuiet = (entry: Entry) =>
    !entry.inFlight && (entry.cancel === null || entry.state.save.kind === "retrying");
  return new Promise((resolve) => {
    const look = () => {
      if (![...entries.values()].every(isQuiet)) return;
      listeners.delete(look);
      resolve();
    };
    listeners.add(look);
    look();
  });
}
