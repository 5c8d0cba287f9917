import type { ProvingPage } from "~/auth/proving-page.server";
import type { VisitAction } from "~/domain/policy/actions";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { signingTitle } from "~/domain/policy/signing-title";
import type { Denial } from "~/domain/policy/verdict";
import { whoSeesRecord } from "~/domain/policy/who-sees-visit";
import { RECORD_DECLARATIONS, SIGNATURE_TITLES } from "~/domain/visit/record-declarations";
import { recordLimits, type RecordLimits } from "~/domain/visit/record-limits";
import {
  removalOf,
  standsFor,
  type RecordReissue,
  type RecordRemoval,
} from "~/domain/visit/record-reissues";
import { parseRecord, type RecordSnapshot } from "~/domain/visit/record-snapshot";
import type { VisitState } from "~/domain/visit/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { waysToProve, type Ways } from "~/services/account/prove-again.server";
import { findDocument } from "~db/queries/documents";
import { listRecordReissues } from "~db/queries/removed-records";
import {
  listPractices,
  listSuggestions,
  findRecord,
  type RecordRow,
} from "~db/queries/visit-record-rows";
import { listRecordSignatures } from "~db/queries/visits";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { answerBoxes } from "./record-answer.server";
import { composeRecord, recordFrame, type RecordFrame } from "./record-compose.server";
import { recordBoxes } from "./record-fields";
import { recordParts } from "./record-parts.server";
import { dueFrom } from "./sign-record.server";
import { visitHeading, type VisitHeadingView } from "./visit-heading";

export type SignatureView = { name: string; title: string; at: Date };

/** How the sealed PDF stands; `draft`: not closed yet, so there is a marked copy only. */
export type RecordDocument =
  { state: "draft" | "pending" | "failed" } | { state: "ready"; pages: number; size: number };

type Common = {
  heading: VisitHeadingView;
  visitId: string;
  urn: string;
  schoolName: string;
  state: VisitState;
  whoCanSee: string[];
};

/** The record a person reads, and what they may do with it now. */
export type RecordView = Common & {
  kind: "record";
  record: RecordSnapshot;
  /** Null until it is agreed. */
  agreed: { reference: string; sha256: string } | null;
  signatures: SignatureView[];
  /** Words removed since it was agreed, and who had signed before; null where none were. */
  removed: (RecordRemoval & { signedBefore: SignatureView[] }) | null;
  mayRemoveDetails: boolean;
  document: RecordDocument;
  limits: RecordLimits;
  /** What the reviewers write, by its boxes, while they may; `mayWriteIn` is null for everybody else. */
  boxes: Record<string, string> | null;
  maySend: boolean;
  /** The school's boxes, while it answers. */
  answer: {
    boxes: Record<string, string>;
    practices: { id: string; key: string; text: string }[];
  } | null;
  mayAgree: boolean;
  /** Null where this person does not decide it. */
  governors: { shared: boolean } | null;
  mayCloseWithBothViews: boolean;
  sign: { declaration: string; signsAs: string; seen: string; ways: Ways } | null;
  /** Suggestions that may become actions of the plan. */
  suggestions: { id: string; key: string; text: string }[];
  mayFollowUp: boolean;
};

/** What officers read where the school shares themes (design.md section 3). */
export type RecordThemes = Common & {
  kind: "themes";
  strengths: { key: string; title: string; text: string }[];
  practices: { key: string; text: string }[];
  themes: { key: string; title: string }[];
  helpWanted: string[];
  ownership: string;
};

export type RecordPageView =
  RecordView | RecordThemes | (Common & { kind: "refused"; reason: Denial });

type Input = { visitId: string; page?: ProvingPage };

/** The record by who reads it and where the visit stands. Throws `not-found` outside the person's scope. */
export async function viewRecord(app: App, actor: Actor, input: Input): Promise<RecordPageView> {
  const loaded = await loadVisit(app, actor, input);
  const { row, facts } = loaded;
  const frame = await recordFrame(app, loaded);
  const common = {
    heading: visitHeading(actor, loaded),
    visitId: row.id,
    urn: row.urn,
    schoolName: row.schoolName,
    state: row.state,
    whoCanSee: whoSeesRecord(facts, {
      schoolName: row.schoolName,
      organisation: frame.fixed.organisation,
    }),
  };
  const whole = can(actor, "visit.read-record", facts);
  const themes = can(actor, "visit.read-themes", facts);
  if (!whole.allowed && !themes.allowed)
    return { ...common, kind: "refused", reason: themes.reason };
  const read = await readableRecord(app, loaded, frame);
  if (read === null) return { ...common, kind: "refused", reason: "record-being-written" };
  if (!whole.allowed) return { ...common, ...themesOf(read.snapshot) };
  return { ...common, ...(await wholeRecord(app, actor, { ...input, loaded, frame, ...read })) };
}

const BEGUN: readonly VisitState[] = [
  "drafted",
  "with-school",
  "agreed",
  "closed",
  "closed-with-both-views",
];

/** As frozen, or as it stands while it is written; null before it is drafted. */
export async function readableRecord(app: App, { row }: LoadedVisit, frame: RecordFrame) {
  if (!BEGUN.includes(row.state)) return null;
  const record = await findRecord(app.db.read, { visitId: row.id });
  if (record === undefined) return null;
  const snapshot =
    record.snapshot === null
      ? await composeRecord(app.db.read, { visitId: row.id, frame, reference: "" })
      : parseRecord(record.snapshot);
  return snapshot === undefined ? null : { record, snapshot };
}

/** Strengths, themes and help wanted: nothing of what was wondered, and no view. */
function themesOf(snapshot: RecordSnapshot): Omit<RecordThemes, keyof Common> {
  const { findings, practices, suggestions, ownership } = snapshot;
  const titleOf = (key: string) => findings.find((one) => one.key === key)?.title ?? "";
  const keys = [...new Set(suggestions.map(({ key }) => key))];
  return {
    kind: "themes",
    strengths: findings.flatMap(({ key, title, worksWell }) =>
      worksWell === "" ? [] : [{ key, title, text: worksWell }],
    ),
    practices: practices.filter(({ consent }) => consent).map(({ key, text }) => ({ key, text })),
    themes: keys.map((key) => ({ key, title: titleOf(key) })),
    helpWanted: suggestions.map(({ whoMightHelp }) => whoMightHelp),
    ownership: ownership.sentence,
  };
}

type Reading = Input & {
  loaded: LoadedVisit;
  frame: RecordFrame;
  record: RecordRow;
  snapshot: RecordSnapshot;
};

async function wholeRecord(
  app: App,
  actor: Actor,
  reading: Reading,
): Promise<Omit<RecordView, keyof Common>> {
  const { loaded, frame, record, snapshot } = reading;
  const { row, facts } = loaded;
  const visitId = row.id;
  const may = (action: VisitAction, ...states: VisitState[]) =>
    states.includes(row.state) && can(actor, action, facts).allowed;
  const signatures = await listRecordSignatures(app.db.read, { visitId });
  const reissues = await listRecordReissues(app.db.read, { visitId });
  const { reference, sha256 } = record;
  return {
    kind: "record",
    record: snapshot,
    agreed: reference === null || sha256 === null ? null : { reference, sha256 },
    signatures: signatures.map(signatureView),
    removed: removedOf(reissues, signatures),
    mayRemoveDetails: can(actor, "visit.remove-details", facts).allowed,
    document: await documentOf(app, loaded),
    limits: recordLimits(frame.ground.focus.length),
    boxes: may("visit.write-record", "drafted") ? await boxesOf(app, visitId, frame) : null,
    maySend: may("visit.send-record", "drafted"),
    answer: may("visit.answer-record", "with-school") ? await answerOf(app, record) : null,
    mayAgree: may("visit.agree-record", "with-school"),
    governors: may("visit.share-with-governors", "with-school")
      ? { shared: record.sharedWithGovernorsAt !== null }
      : null,
    mayCloseWithBothViews: may("visit.close-with-both-views", "with-school", "agreed"),
    sign: await signingOf(app, actor, reading),
    suggestions: may("visit.answer-record", "closed", "closed-with-both-views")
      ? (await listSuggestions(app.db.read, { visitId })).map(({ id, key, text }) => ({
          id,
          key,
          text,
        }))
      : [],
    mayFollowUp: may("visit.follow-up", "closed", "closed-with-both-views"),
  };
}

type Signature = Awaited<ReturnType<typeof listRecordSignatures>>[number];

const signatureView = ({ name, title, signedAt }: Signature): SignatureView => ({
  name,
  title,
  at: signedAt,
});

function removedOf(
  reissues: readonly RecordReissue[],
  signatures: readonly Signature[],
): RecordView["removed"] {
  const removal = removalOf(reissues);
  if (removal === null) return null;
  const before = signatures.filter(({ sha256 }) => standsFor(sha256, reissues) !== sha256);
  return { ...removal, signedBefore: before.map(signatureView) };
}

async function boxesOf(app: App, visitId: string, frame: RecordFrame) {
  const focus = frame.ground.focus.map(({ key }) => key);
  const parts = await recordParts(app.db.read, { visitId, focus });
  if (parts === undefined) throw new AppError("not-found");
  return recordBoxes(parts);
}

async function answerOf(app: App, record: RecordRow): Promise<RecordView["answer"]> {
  const practices = await listPractices(app.db.read, record);
  return {
    boxes: answerBoxes(record, practices),
    practices: practices.map(({ id, key, text }) => ({ id, key, text })),
  };
}

async function signingOf(
  app: App,
  actor: Actor,
  { loaded, record, page }: Reading,
): Promise<RecordView["sign"]> {
  if (loaded.row.state !== "agreed" || record.sha256 === null) return null;
  const kind = await dueFrom(app, actor, loaded);
  if (kind === null) return null;
  return {
    declaration: RECORD_DECLARATIONS[kind],
    signsAs:
      kind === "head"
        ? signingTitle(actor, { ...loaded.facts, role: "head" })
        : SIGNATURE_TITLES[kind],
    seen: record.sha256,
    ways: await waysToProve(app, actor, page),
  };
}

async function documentOf(app: App, { row }: LoadedVisit): Promise<RecordDocument> {
  if (row.state !== "closed" && row.state !== "closed-with-both-views") return { state: "draft" };
  const document = await findDocument(app.db.read, { visitId: row.id });
  if (document === undefined) return { state: "pending" };
  if (document.state !== "ready") return { state: document.state };
  return { state: "ready", pages: document.pages ?? 0, size: document.size ?? 0 };
}
