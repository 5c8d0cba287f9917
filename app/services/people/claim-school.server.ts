import { keyedHash } from "~/auth/secret-box.server";
import { takeAttempt } from "~/auth/sign-in-limits.server";
import { newClaimCode } from "~/auth/single-use-token.server";
import { londonDate } from "~/domain/calendar/format";
import {
  CLAIM_LIFETIME,
  CLAIM_TRIES,
  CLAIMS_PER_SCHOOL,
  formatClaimCode,
  mayBeClaimed,
  readClaimCode,
} from "~/domain/people/claim-code";
import { normalEmail, readEmail, readPersonName } from "~/domain/people/person-fields";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { insertAudit } from "~db/queries/audit";
import { listPlaceGrants } from "~db/queries/grants";
import { inviteSchoolLater } from "~/services/rounds/invite-schools.server";
import { insertGrant } from "~db/queries/people";
import {
  countSchoolClaims,
  deleteOldClaims,
  findSchoolClaim,
  findSchoolsByWords,
  insertSchoolClaim,
  spendClaim,
  takeClaimTry,
} from "~db/queries/school-claims";
import { findSchoolByUrn, type SchoolFacts } from "~db/queries/schools";
import type { Reader, Writer } from "~db/types";
import { sendInvitation } from "./send-invitation.server";

/** A school as the public register names it. */
export type FoundSchoolView = { urn: string; name: string; town: string; postcode: string };

const MOST_FOUND = 25;

/** Schools by URN or by words of their name; nothing for fewer than three characters. Open to everyone. */
export async function searchSchools(app: App, query: string): Promise<FoundSchoolView[]> {
  const typed = query.trim();
  if (/^\d{6}$/.test(typed)) {
    const school = await findSchoolByUrn(app.db.read, typed);
    return school === undefined ? [] : [foundView(school)];
  }
  const cleaned = typed.replace(/[%_\\]/g, " ").trim();
  if (cleaned.length < 3) return [];
  const words = cleaned.split(/\s+/).slice(0, 6);
  return findSchoolsByWords(app.db.read, { words, limit: MOST_FOUND });
}

const foundView = ({ urn, name, town, postcode }: SchoolFacts): FoundSchoolView => ({
  urn,
  name,
  town,
  postcode,
});

/** The school somebody wants to start. Throws `not-found`. */
export async function viewClaim(app: App, urn: string): Promise<FoundSchoolView> {
  return foundView(await schoolOf(app, urn));
}

async function schoolOf(app: App, urn: string): Promise<SchoolFacts> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  return school;
}

type AskForCode = { urn: string; name: string; address: string };
export type AskProblem = "name" | "too-many" | "too-many-for-school";

/**
 * Mails a code to a school's office, where the school may be claimed. The answer is the same where it may not: nobody
 * learns which schools take part, or which address is theirs. Nobody is an actor yet, so this takes none.
 */
export async function askForCode(
  app: App,
  { urn, name: typed, address }: AskForCode,
): Promise<Result<{ claimId: string }, AskProblem>> {
  const school = await schoolOf(app, urn);
  const name = readPersonName(typed);
  if (name === null) return refused("name");
  if (!(await takeAttempt(app, { account: school.id, address }, "claim"))) {
    return refused("too-many");
  }
  const code = newClaimCode();
  const codeHash = await keyedHash(app, claimText(school.id, code));
  const claimId = app.newId();
  const at = app.clock.now();
  const since = new Date(at.getTime() - CLAIM_LIFETIME);
  const asked = await app.db.transact(async (tx) => {
    await deleteOldClaims(tx, since);
    const before = await countSchoolClaims(tx, { schoolId: school.id, since });
    if (before >= CLAIMS_PER_SCHOOL) return refused("too-many-for-school" as const);
    await writeClaim(tx, app, { school, claimId, codeHash, name, code });
    return ok({ claimId });
  });
  app.wakeWorker();
  return asked;
}

type NewClaim = {
  school: SchoolFacts;
  claimId: string;
  codeHash: string;
  name: string;
  code: string;
};

async function writeClaim(tx: Writer, app: App, claim: NewClaim): Promise<void> {
  const { school, claimId, codeHash, name, code } = claim;
  const at = app.clock.now();
  const schoolId = school.id;
  const expiresAt = new Date(at.getTime() + CLAIM_LIFETIME);
  const row = { id: claimId, schoolId, codeHash, tries: 0, createdAt: at, expiresAt, usedAt: null };
  await insertSchoolClaim(tx, row);
  await auditClaim(tx, app, { claimId, schoolId, actorId: null, event: "claim.asked" });
  const { officeEmail } = school;
  const isLed = await isLedNow(tx, { schoolId, today: londonDate(at) });
  if (officeEmail === null || !mayBeClaimed({ ...school, isLed })) return;
  await queueMail(tx, {
    id: app.newId(),
    template: "claim-code",
    data: {
      schoolName: school.name,
      askedByName: name,
      code: formatClaimCode(code),
      path: `/claim/code/${claimId}`,
      expiresAt: expiresAt.toISOString(),
    },
    to: { userId: null, email: officeEmail, name: `The office of ${school.name}` },
    at,
    about: { schoolId },
  });
}

/** Bound to its school, so that one code opens one school. */
const claimText = (schoolId: string, code: string): string => `claim ${schoolId} ${code}`;

async function isLedNow(
  read: Reader,
  scope: { schoolId: string; today: string },
): Promise<boolean> {
  const grants = await listPlaceGrants(read, scope);
  return grants.some(
    ({ role, questionnaireKey }) =>
      questionnaireKey === null && (role === "head" || role === "coordinator"),
  );
}

export type EnterCode = {
  claimId: string;
  code: string;
  /** Of somebody who is not signed in. */
  name: string;
  email: string;
  address: string;
};
export type EnterProblem = "wrong" | "too-many" | { name: boolean; email: boolean };
/** Signed in, a person is the coordinator at once; otherwise a link went to the address they gave. */
export type Entered = { urn: string; joined: boolean };

/**
 * Takes a school over with the code mailed to its office, once. Each try is counted before the code is looked at, and
 * `wrong` is one answer for a wrong code, a used one, one that has ended and one there never was.
 */
export async function enterCode(
  app: App,
  actor: Actor | null,
  { claimId, code: typed, address, ...person }: EnterCode,
): Promise<Result<Entered, EnterProblem>> {
  const name = readPersonName(person.name);
  const email = readEmail(person.email);
  if (actor === null && (name === null || email === null)) {
    return refused({ name: name === null, email: email === null });
  }
  if (!(await takeAttempt(app, { account: claimId, address }, "claim-code"))) {
    return refused("too-many");
  }
  const claim = await findSchoolClaim(app.db.read, claimId);
  const code = readClaimCode(typed) ?? "";
  const hash = await keyedHash(app, claimText(claim?.schoolId ?? "", code));
  const now = app.clock.now();
  const isOpen = await app.db.transact((tx) =>
    takeClaimTry(tx, { id: claimId, now, mostTries: CLAIM_TRIES }),
  );
  if (claim === undefined || !isOpen || hash !== claim.codeHash) return refused("wrong");
  const by = actor ?? { userId: null, name: name ?? "", email: email ?? "" };
  const isTaken = await app.db.transact((tx) => takeOver(tx, app, { claim, by }));
  if (!isTaken) return refused("wrong");
  app.wakeWorker();
  return ok({ urn: claim.urn, joined: actor !== null });
}

type Claim = { id: string; schoolId: string; urn: string; schoolName: string };
type By = { userId: string | null; name: string; email: string };

async function takeOver(
  tx: Writer,
  app: App,
  { claim, by }: { claim: Claim; by: By },
): Promise<boolean> {
  const at = app.clock.now();
  const today = londonDate(at);
  const { id: claimId, schoolId, schoolName } = claim;
  if (await isLedNow(tx, { schoolId, today })) return false;
  if (!(await spendClaim(tx, { id: claimId, at }))) return false;
  const { userId, name, email } = by;
  await auditClaim(tx, app, { claimId, schoolId, actorId: userId, event: "claim.accepted" });
  const role = "coordinator" as const;
  if (userId === null) {
    const days = { from: today, to: null, signingTitle: null, questionnaireKey: null };
    const offer = { name, email, emailNormal: normalEmail(email), role, ...days };
    await sendInvitation(tx, app, {
      offer,
      to: { place: { schoolId }, placeName: schoolName },
      by: { userId: null, name: `The office of ${schoolName}` },
    });
    return true;
  }
  await insertGrant(tx, { id: app.newId(), userId, schoolId, role, from: today, createdAt: at });
  await inviteSchoolLater(tx, app, { schoolId });
  await insertAudit(tx, {
    id: app.newId(),
    at,
    actorId: userId,
    event: "grant.given",
    schoolId,
    subjectKind: "person",
    subjectId: userId,
    data: { role, from: today, to: null, by: "claim" },
  });
  return true;
}

type Audited = {
  claimId: string;
  schoolId: string;
  actorId: string | null;
  event: "claim.asked" | "claim.accepted";
};

async function auditClaim(tx: Writer, app: App, { claimId, ...entry }: Audited): Promise<void> {
  const id = app.newId();
  const at = app.clock.now();
  await insertAudit(tx, { id, at, ...entry, subjectKind: "claim", subjectId: claimId });
}
