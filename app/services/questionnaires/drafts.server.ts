import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { asNextDraft, beginNext } from "~/domain/questionnaire/compare/next-draft";
import type { Definition } from "~/domain/questionnaire/definition";
import type { SheetProblem } from "~/domain/questionnaire/sheets/sheet";
import { readStoredDefinition } from "~/domain/questionnaire/upgrade-definition";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { loadOrganisation } from "~/services/returns/load-organisation.server";
import { insertAudit } from "~db/queries/audit";
import {
  deleteDraft,
  findQuestionnaire,
  insertQuestionnaire,
  insertVersion,
  listPublishedTexts,
  updateDraft,
} from "~db/queries/versions";
import type { Writer } from "~db/types";
import {
  loadAuthored,
  loadVersion,
  type Authored,
  type AtAuthored,
  type AtVersion,
} from "./load-authored.server";
import { readFile } from "./read-file.server";
import { draftText } from "./stored-text";

const fault = (message: string): SheetProblem => ({
  sheet: "File",
  row: 0,
  column: "key",
  message,
});

/**
 * Reads a file in as version 1 of a new questionnaire, a draft until it is published; its address, or every fault of the
 * file. Throws `not-found` or `forbidden`.
 */
export async function readInNew(
  app: App,
  actor: Actor,
  { key, bytes }: { key: string; bytes: Uint8Array },
): Promise<Result<{ questionnaire: string; number: number }, SheetProblem[]>> {
  const action = "organisation.view-questionnaires";
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const read = await readFile(app, { bytes, base: null });
  if (!read.ok) return read;
  const draft = asNextDraft(read.value, null);
  const organisationId = organisation.id;
  stopUnless(
    can(actor, "questionnaire.author", { organisationId, today, questionnaireKey: draft.key }),
  );
  const row = { id: app.newId(), organisationId, key: draft.key, title: draft.title };
  const isNew = await app.db.transact(async (tx) => {
    const known = await findQuestionnaire(tx, { organisationId, key: draft.key });
    if (known !== undefined) return false;
    await insertQuestionnaire(tx, { ...row, createdAt: app.clock.now() });
    const of = { actor, organisationId, questionnaireId: row.id };
    await writeDraft(tx, app, { ...of, number: 1, definition: draft });
    return true;
  });
  if (isNew) return ok({ questionnaire: draft.key, number: 1 });
  return refused([
    fault(
      `You have a questionnaire with the key ${draft.key}. Read this in there as its next version, or use another key`,
    ),
  ]);
}

type NewDraft = {
  actor: Actor;
  organisationId: string;
  questionnaireId: string;
  number: number;
  definition: Definition;
};

async function writeDraft(tx: Writer, app: App, draft: NewDraft): Promise<void> {
  const { actor, organisationId, questionnaireId, number, definition } = draft;
  const versionId = app.newId();
  const createdAt = app.clock.now();
  const text = draftText(definition);
  await insertVersion(tx, { id: versionId, questionnaireId, number, ...text, createdAt });
  await note(tx, app, { actor, organisationId, versionId, event: "version.drafted", number });
}

type Noted = {
  actor: Actor;
  organisationId: string;
  versionId: string;
  event: string;
  number: number;
};

async function note(tx: Writer, app: App, noted: Noted): Promise<void> {
  const { actor, organisationId, versionId, event, number } = noted;
  await insertAudit(tx, {
    ...{ id: app.newId(), at: app.clock.now(), actorId: actor.userId, event },
    ...{ schoolId: null, organisationId, subjectKind: "questionnaire-version" },
    ...{ subjectId: versionId, data: { number } },
  });
}

/** What stands of a questionnaire: the newest version ever published, and the draft after it. */
async function standingOf(app: App, { questionnaire, versions }: Authored) {
  const published = await listPublishedTexts(app.db.read, { questionnaireId: questionnaire.id });
  const last = published.at(-1);
  const draft = versions.find(({ state }) => state === "draft");
  const previous =
    last === undefined
      ? null
      : { number: last.number, definition: readStoredDefinition(last.definition) };
  return { previous, draft, next: (versions[0]?.number ?? 0) + 1 };
}

/**
 * Begins the next version from the newest published one. Where a draft is there already it is that one. Throws
 * `not-found` or `forbidden`; `conflict` where nothing was published.
 */
export async function startDraft(
  app: App,
  actor: Actor,
  at: AtAuthored,
): Promise<{ number: number }> {
  const authored = await loadAuthored(app, actor, at);
  const { previous, draft, next } = await standingOf(app, authored);
  if (draft !== undefined) return { number: draft.number };
  if (previous === null) throw new AppError("conflict");
  const definition = beginNext(previous.definition, previous.number);
  await app.db.transact((tx) =>
    writeDraft(tx, app, {
      ...{ actor, organisationId: authored.organisation.id, number: next, definition },
      questionnaireId: authored.questionnaire.id,
    }),
  );
  return { number: next };
}

/** `from`: the hash of the draft the person saw, empty where there was none. */
export type ReadIn = AtAuthored & { bytes: Uint8Array; from: string };

/**
 * Reads a file in as the draft of the next version, in the place of the one that is there. Every fault of the file, or
 * `changed` when the draft is not the one that was seen. Throws `not-found` or `forbidden`.
 */
export async function readInDraft(
  app: App,
  actor: Actor,
  { bytes, from, ...at }: ReadIn,
): Promise<Result<{ number: number }, SheetProblem[] | "changed">> {
  const authored = await loadAuthored(app, actor, at);
  const { previous, draft, next } = await standingOf(app, authored);
  if ((draft?.sha256 ?? "") !== from) return refused("changed");
  const read = await readFile(app, { bytes, base: previous?.definition ?? null });
  if (!read.ok) return read;
  const { key } = authored.questionnaire;
  if (read.value.key !== key)
    return refused([fault(`This file is about ${read.value.key}. Its key must be ${key}`)]);
  const definition = asNextDraft(read.value, previous?.definition ?? null);
  const of = { actor, organisationId: authored.organisation.id };
  if (draft === undefined) {
    const questionnaireId = authored.questionnaire.id;
    await app.db.transact((tx) =>
      writeDraft(tx, app, { ...of, questionnaireId, number: next, definition }),
    );
    return ok({ number: next });
  }
  const change = { versionId: draft.id, number: draft.number, definition, from };
  const saved = await saveDraft(app, actor, { ...of, ...change, event: "version.rewritten" });
  return saved ? ok({ number: draft.number }) : refused("changed");
}

export type DraftSave = {
  organisationId: string;
  versionId: string;
  number: number;
  definition: Definition;
  /** The hash the change was made from. */
  from: string;
  /** What the record says of it: one of the `version.` events. */
  event: string;
};

/**
 * Writes what an author made of a draft, and notes that they did; false when somebody else changed it meanwhile, so
 * that nobody's work is lost. Whoever calls has asked the policy (`loadVersion`).
 */
export async function saveDraft(app: App, actor: Actor, save: DraftSave): Promise<boolean> {
  const { organisationId, versionId, number, definition, from, event } = save;
  return app.db.transact(async (tx) => {
    const isSaved = await updateDraft(tx, { versionId, from, ...draftText(definition) });
    if (isSaved) await note(tx, app, { actor, organisationId, versionId, event, number });
    return isSaved;
  });
}

/** Takes a draft away for good; false when somebody changed or published it meanwhile. */
export async function discardDraft(
  app: App,
  actor: Actor,
  { from, ...at }: AtVersion & { from: string },
): Promise<boolean> {
  const { organisation, version } = await loadVersion(app, actor, at);
  const noted = {
    actor,
    organisationId: organisation.id,
    versionId: version.id,
    number: at.number,
  };
  return app.db.transact(async (tx) => {
    const isGone = await deleteDraft(tx, { versionId: version.id, from });
    if (isGone) await note(tx, app, { ...noted, event: "version.discarded" });
    return isGone;
  });
}
