import { createHash, randomBytes } from "node:crypto";
import { londonDate } from "~/domain/calendar/format";
import { canonicalCertificate } from "~/domain/confirmation/certificate";
import { mayConfirm } from "~/domain/confirmation/confirm-rules";
import { moveConfirmation } from "~/domain/confirmation/lifecycle";
import { confirmedUntil } from "~/domain/confirmation/validity";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { makeReference } from "~/domain/submission/reference";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { askForCertificate, newAsking } from "~/services/signing/ask-for-document.server";
import { insertAudit } from "~db/queries/audit";
import {
  findScheme,
  insertConfirmation,
  moveConfirmationTo,
  type SchemeRow,
} from "~db/queries/confirmations";
import { noteOpenedByOfficer } from "~db/queries/response-moves";
import { listSubmissions } from "~db/queries/submissions";
import type { Writer } from "~db/types";
import { isUniqueViolation } from "~db/errors";
import { loadScheme, type LoadedScheme, type SchemePlace } from "./load-scheme.server";
import { confirmationReaders, mailConfirmation, type Reader } from "./mail-confirmation.server";
import { lastDayBefore } from "./preview.server";
import { schemeSchools, type SchemeCopy, type SchemeSchool } from "./scheme-schools.server";

/** What a reference begins with: a confirmation. */
const CODE = "CF";

/** A school as the preview showed it: the copy that was looked at is the one that is confirmed. */
export type Chosen = { urn: string; submissionId: string };

/** How many were confirmed, and the URNs of those that were not, because something changed since the preview. */
export type Confirmed = { confirmed: number; left: string[] };

/**
 * Confirms the chosen schools, each in a transaction of its own that reads again whether the very copy shown still
 * stands with all its points met. A form sent twice confirms once. Throws `not-found`, or `forbidden` where the round
 * is closed.
 */
export async function confirmSchools(
  app: App,
  actor: Actor,
  { chosen, ...place }: SchemePlace & { chosen: readonly Chosen[] },
): Promise<Confirmed> {
  const loaded = await loadScheme(app, actor, place);
  const known = await schemeSchools(app.db.read, { scheme: loaded.scheme });
  const outcome: Confirmed = { confirmed: 0, left: [] };
  for (const one of chosen) {
    const school = known.find(({ urn }) => urn === one.urn);
    if (school !== undefined && (await confirmOne(app, actor, { loaded, school, chosen: one }))) {
      outcome.confirmed += 1;
    } else outcome.left.push(one.urn);
  }
  if (outcome.confirmed > 0) app.wakeWorker();
  return outcome;
}

type One = { loaded: LoadedScheme; school: SchemeSchool; chosen: Chosen };

async function confirmOne(app: App, actor: Actor, { loaded, school, chosen }: One) {
  const { scheme, today } = loaded;
  const { schoolId } = school;
  stopUnless(can(actor, "confirmation.give", factsOf(scheme, { schoolId, today })));
  const readers = await confirmationReaders(app, { scheme, schoolId, copy: school.copy });
  const giving = newGiving(app, actor, { readers, today });
  try {
    return await app.db.transact((tx) => confirmIn(tx, app, { giving, scheme, schoolId, chosen }));
  } catch (error) {
    // Another officer confirmed the school in the same moment.
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Whose status it is, as the policy asks. */
export const factsOf = (
  { organisationId, questionnaireKey, closedAt }: SchemeRow,
  { schoolId, today, sharedWith = [] }: { schoolId: string; today: string; sharedWith?: string[] },
) => ({
  today,
  schoolId,
  questionnaireKey,
  round: { organisationId, sharedWith, open: closedAt === null },
});

/** What giving needs beside the database, made before the transaction. */
function newGiving(
  app: App,
  actor: Actor,
  { readers, today }: { readers: readonly Reader[]; today: string },
) {
  const at = app.clock.now();
  const ids = { confirmation: app.newId(), audit: app.newId(), opened: app.newId() };
  const asking = newAsking(app, at);
  return { actor, readers, today, at, ids, asking, random: randomBytes(3) };
}

type Giving = ReturnType<typeof newGiving>;
type Inside = { giving: Giving; scheme: SchemeRow; schoolId: string; chosen: Chosen };

/** False where the copy shown is no longer the one that stands, or cannot be confirmed any more. */
async function confirmIn(tx: Writer, app: App, inside: Inside): Promise<boolean> {
  const { giving, schoolId, chosen } = inside;
  const scheme = await findScheme(tx, { roundId: inside.scheme.id });
  if (scheme === undefined || scheme.closedAt !== null) return false;
  const [school] = await schemeSchools(tx, { scheme, schoolIds: [schoolId] });
  if (school === undefined) return false;
  const { copy, last } = school;
  if (copy?.submissionId !== chosen.submissionId) return false;
  if (!(await isLatest(tx, { schoolId, copy }))) return false;
  // The same form again, or another officer with the same copy: it is done.
  const isDone = last?.state === "standing" && last.submissionId === copy.submissionId;
  if (isDone) return true;
  if (!mayConfirm({ copy, last, today: giving.today }).ok) return false;
  await giveConfirmation(tx, app, { ...inside, scheme, school, copy });
  return true;
}

/** Whether nothing was signed after it, which may still wait for the governor. */
async function isLatest(
  tx: Writer,
  { schoolId, copy }: { schoolId: string; copy: SchemeCopy },
): Promise<boolean> {
  const copies = await listSubmissions(tx, { schoolId, responseId: copy.responseId });
  return copies.find(({ state }) => state !== "set-aside")?.id === copy.submissionId;
}

type Given = Inside & { school: SchemeSchool; copy: SchemeCopy };

async function giveConfirmation(tx: Writer, app: App, given: Given): Promise<void> {
  const { giving, scheme, school, copy } = given;
  const { actor, at, ids, asking, today } = giving;
  const before = lastDayBefore(school);
  const endsOn = confirmedUntil({ today, months: scheme.validityMonths, before });
  if (school.last?.state === "standing") await supersede(tx, school.last, today);
  const number = (school.last?.number ?? 0) + 1;
  const certificate = certificateOf({ ...given, number, endsOn });
  const { reference } = certificate;
  const snapshot = canonicalCertificate(certificate);
  await insertConfirmation(tx, {
    id: ids.confirmation,
    roundId: scheme.id,
    schoolId: school.schoolId,
    submissionId: copy.submissionId,
    number,
    reference,
    state: "standing",
    confirmedOn: today,
    endsOn,
    snapshot,
    sha256: createHash("sha256").update(snapshot, "utf8").digest("hex"),
    confirmedBy: actor.userId,
    confirmedAt: at,
    version: 1,
  });
  await noteRead(tx, given);
  await askForCertificate(tx, { confirmationId: ids.confirmation, asking });
  await insertAudit(tx, {
    id: ids.audit,
    at,
    actorId: actor.userId,
    event: "confirmation.given",
    schoolId: school.schoolId,
    organisationId: scheme.organisationId,
    subjectKind: "confirmation",
    subjectId: ids.confirmation,
    data: { submissionId: copy.submissionId, until: endsOn },
  });
  await mailConfirmation(tx, app, {
    scheme,
    school,
    what: before === null ? "confirmed" : "renewed",
    confirmationId: ids.confirmation,
    endsOn,
    to: giving.readers,
  });
}

async function supersede(
  tx: Writer,
  last: NonNullable<SchemeSchool["last"]>,
  today: string,
): Promise<void> {
  const move = moveConfirmation(last, "renew", { today });
  if (!move.ok) throw new AppError("conflict", { problem: move.problem.code });
  const { id: confirmationId, version } = last;
  if (!(await moveConfirmationTo(tx, { confirmationId, version, to: move.value }))) {
    throw new AppError("conflict");
  }
}

/** Whoever confirms has read the copy: from then on the school cannot call it back (design.md section 4). */
async function noteRead(tx: Writer, { giving, scheme, school, copy }: Given): Promise<void> {
  const { at, actor, ids } = giving;
  if (!(await noteOpenedByOfficer(tx, { responseId: copy.responseId, at }))) return;
  await insertAudit(tx, {
    id: ids.opened,
    at,
    actorId: actor.userId,
    event: "submission.opened",
    schoolId: school.schoolId,
    organisationId: scheme.organisationId,
    subjectKind: "submission",
    subjectId: copy.submissionId,
  });
}

function certificateOf(given: Given & { number: number; endsOn: string }) {
  const { giving, scheme, school, copy, number, endsOn } = given;
  const { today, random, actor } = giving;
  const year = Number(today.slice(0, 4));
  return {
    schemaVersion: 1 as const,
    reference: makeReference({ code: CODE, year, urn: school.urn, number, random }),
    demonstration: scheme.demonstration,
    organisation: scheme.organisationName,
    scheme: scheme.title,
    questionnaire: { title: scheme.questionnaireTitle, version: scheme.versionNumber },
    school: { urn: school.urn, name: school.name, localAuthority: school.authority },
    points: copy.scheme.points,
    confirmedOn: today,
    endsOn,
    confirmedBy: actor.name,
    copy: {
      reference: copy.reference,
      number: copy.number,
      signedOn: londonDate(copy.signedAt),
    },
  };
}
