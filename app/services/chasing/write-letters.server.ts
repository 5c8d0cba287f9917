import {
  fillWords,
  letterProblems,
  LETTERS_AT_ONCE,
  paragraphsOf,
  type Filling,
  type LetterFields,
  type LetterProblem,
} from "~/domain/chasing/letter-words";
import { askedAboutNames } from "~/domain/people/asked-about-names";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { insertAudit } from "~db/queries/audit";
import { insertLetterBatch } from "~db/queries/letters";
import { insertContacts } from "~db/queries/school-contacts";
import type { Writer } from "~db/types";
import type { OrganisationView } from "../returns/load-organisation.server";
import {
  lettersTo,
  type AskedLetters,
  type LettersTo,
  type SchoolOfLetter,
} from "./letters-to.server";
import { senderOf } from "./sender-of.server";

/** One school's letter as it will read. */
export type LetterPreview = {
  responseId: string;
  urn: string;
  name: string;
  telephone: string | null;
  to: { name: string; email: string; instead: boolean }[];
  subject: string;
  paragraphs: string[];
};

/** `previewLetters`: each letter with its real addresses. */
export type LettersView = {
  organisation: OrganisationView;
  round: { id: string; title: string };
  from: { name: string; title: string; email: string };
  letters: LetterPreview[];
  /** Schools without an address that works. */
  unreached: LetterPreview[];
  /** More schools than can be written to at once; null: they are not. */
  tooMany: number | null;
  /** Of letters not sent yet; sending the same again sends nothing. */
  batchId: string;
};

/** Every letter, words filled in, with the addresses it goes to. Throws `not-found` or `forbidden`. */
export async function previewLetters(
  app: App,
  actor: Actor,
  { fields, ...asked }: AskedLetters & { fields: LetterFields },
): Promise<LettersView> {
  const to = await lettersTo(app, actor, asked);
  const { loaded, round, schools } = to;
  const letters = schools.map((school) =>
    previewOf(school, { fields, round, today: loaded.today }),
  );
  return {
    organisation: loaded.view,
    round: { id: round.id, title: round.title },
    from: senderOf(actor, loaded.organisation),
    letters: letters.filter((one) => one.to.length > 0),
    unreached: letters.filter((one) => one.to.length === 0),
    tooMany: to.asked > LETTERS_AT_ONCE ? LETTERS_AT_ONCE : null,
    batchId: app.newId(),
  };
}

type Written = { fields: LetterFields; round: { title: string }; today: string };

function previewOf({ row, addresses }: SchoolOfLetter, written: Written): LetterPreview {
  const filling = fillingOf(row, written);
  const { subject, text } = written.fields;
  return {
    responseId: row.id,
    urn: row.urn,
    name: row.name,
    telephone: row.telephone,
    to: addresses.map(({ name, email, instead }) => ({ name, email, instead })),
    subject: fillWords(subject, filling),
    paragraphs: paragraphsOf(fillWords(text, filling)),
  };
}

function fillingOf(row: SchoolOfLetter["row"], { round, today }: Written): Filling {
  const days = [row.firstDeadline, row.finalDeadline].filter((day) => day !== null);
  const deadline = days.find((day) => day >= today) ?? days.at(-1) ?? null;
  return { school: row.name, round: round.title, deadline };
}

type Sending = AskedLetters & { fields: LetterFields; batchId: string; namesConfirmed?: boolean };

/** Sends the letters, once for a batch. Throws `not-found` or `forbidden`. */
export async function sendLetters(
  app: App,
  actor: Actor,
  { fields, batchId, namesConfirmed = false, ...asked }: Sending,
): Promise<Result<{ batchId: string }, LetterProblem[]>> {
  const to = await lettersTo(app, actor, asked);
  const problems = problemsOf(to, { fields, namesConfirmed });
  if (problems.length > 0) return refused(problems);
  const schools = to.schools.map((school) => ({
    school,
    mails: school.addresses.map((address) => ({
      address,
      id: app.newId(),
      contactId: app.newId(),
    })),
  }));
  const auditId = app.newId();
  const at = app.clock.now();
  await app.db.transact((tx) =>
    writeLetters(tx, { actor, to, fields, batchId, schools, auditId, at }),
  );
  app.wakeWorker();
  return ok({ batchId });
}

type Confirmed = { fields: LetterFields; namesConfirmed: boolean };

function problemsOf(to: LettersTo, { fields, namesConfirmed }: Confirmed): LetterProblem[] {
  const problems = letterProblems(fields);
  if (to.asked > LETTERS_AT_ONCE) {
    const message = `Choose ${LETTERS_AT_ONCE} schools or fewer, as by district`;
    problems.push({ field: "schools", message });
  } else if (to.schools.every(({ addresses }) => addresses.length === 0)) {
    problems.push({ field: "schools", message: "Choose at least one school with an address" });
  }
  if (problems.length > 0) return problems;
  return (["subject", "text"] as const).flatMap((field): LetterProblem[] =>
    askedAboutNames({ field, text: fields[field], confirmed: namesConfirmed }),
  );
}

type Writing = {
  actor: Actor;
  to: LettersTo;
  fields: LetterFields;
  batchId: string;
  schools: {
    school: SchoolOfLetter;
    mails: { address: SchoolOfLetter["addresses"][number]; id: string; contactId: string }[];
  }[];
  auditId: string;
  at: Date;
};

async function writeLetters(tx: Writer, writing: Writing): Promise<void> {
  const { actor, to, batchId, schools, auditId, at } = writing;
  const organisationId = to.loaded.organisation.id;
  const roundId = to.round.id;
  const none = schools.filter(({ mails }) => mails.length === 0);
  const batch = {
    ...{ id: batchId, organisationId, roundId, byUserId: actor.userId, createdAt: at },
    unreached: JSON.stringify(none.map(({ school }) => school.row.schoolId)),
  };
  if (!(await insertLetterBatch(tx, batch))) return;
  for (const one of schools) await writeToSchool(tx, { ...writing, one });
  await insertAudit(tx, {
    ...{ id: auditId, at, actorId: actor.userId, event: "letters.sent", organisationId },
    subjectKind: "round",
    subjectId: roundId,
    data: { schools: schools.length - none.length },
  });
}

async function writeToSchool(
  tx: Writer,
  { one, actor, to, fields, batchId, at }: Writing & { one: Writing["schools"][number] },
): Promise<void> {
  const { row } = one.school;
  const { loaded, round } = to;
  const { subject, paragraphs } = previewOf(one.school, { fields, round, today: loaded.today });
  const organisationId = loaded.organisation.id;
  const from = senderOf(actor, loaded.organisation);
  for (const { id, address } of one.mails) {
    const { userId, email, name } = address;
    await queueMail(tx, {
      ...{ id, at, to: { userId, email, name }, template: "letter" as const },
      data: { subject, paragraphs, schoolName: row.name, path: `/schools/${row.urn}`, from },
      about: { schoolId: row.schoolId },
    });
  }
  const contact = {
    ...{ organisationId, schoolId: row.schoolId, roundId: round.id, kind: "letter" as const },
    ...{ contactOn: loaded.today, batchId, byUserId: actor.userId, createdAt: at },
  };
  const rows = one.mails.map(({ id: mailId, contactId, address }) => ({
    ...contact,
    ...{ id: contactId, mailId, withWhom: address.withWhom },
  }));
  await insertContacts(tx, rows);
}
