import {
  and,
  eq,
  exists,
  getTableColumns,
  getTableName,
  inArray,
  sql,
  type SQL,
} from "drizzle-orm";
import { z } from "../../app/domain/zod";
import type { AnyColumn, AnyTable } from "../columns";
import {
  actionCheckIns,
  actions,
  answerRevisions,
  confirmations,
  questions,
  removals,
  replies,
  replyDrafts,
  responses,
  schoolContacts,
  roundSchools,
  signOffs,
  submissions,
  visitActivities,
  visitFindings,
  visitFollowUps,
  visitJottings,
  visitNotes,
  visitPoints,
  visitPractices,
  visitRecords,
  visitRequests,
  visits,
  visitSuggestions,
  visitViews,
} from "../schema";
import type { Reader, Writer } from "../types";

/** What is looked through: one self-review, one visit, or everything of a school (both null). */
export type TextScope = { schoolId: string; responseId: string | null; visitId: string | null };

/** A row that holds text people typed. `answerKey` and `responseId` where it has them. */
export type HeldRow = {
  table: string;
  /** Its primary key; of several columns, joined by "/". */
  id: string;
  responseId: string | null;
  answerKey: string | null;
  /** The action it is or belongs to. */
  actionId: string | null;
  /** The visit it is or belongs to. */
  visitId: string | null;
  /** By property name; those that are not null. */
  texts: Readonly<Record<string, string>>;
};

/** The school; the school while it answers the record; nobody, as what reviewers write for themselves. */
export type Told = "school" | "with-record" | "nobody";

export type TextHolder = {
  table: AnyTable;
  /** Properties that make the primary key. */
  id: readonly string[];
  /** Properties that hold text people typed. */
  texts: readonly string[];
  within: (read: Reader, scope: TextScope) => SQL | undefined;
  /** Who of the school may know what is found there; the rest is cleaned without a word. */
  told: Told;
  /** Whether its rows are of a visit. */
  ofVisit: boolean;
};

function responsesIn(read: Reader, { schoolId, responseId }: TextScope) {
  const one = responseId === null ? undefined : eq(responses.id, responseId);
  return read
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.schoolId, schoolId), one));
}

/** The visits a scope covers. */
export function visitsIn(read: Reader, { schoolId, responseId, visitId }: TextScope) {
  const ofReview = responseId === null ? undefined : eq(visits.responseId, responseId);
  const one = visitId === null ? undefined : eq(visits.id, visitId);
  return read
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.schoolId, schoolId), ofReview, one));
}

const actionsIn = ({ schoolId, responseId }: TextScope) =>
  and(
    eq(actions.schoolId, schoolId),
    responseId === null ? undefined : eq(actions.responseId, responseId),
  );

/** What reviewers write is not the school's to read before it is given, so nothing is told of it. */
function ofVisit(
  table: AnyTable & { visitId: AnyColumn },
  { id = ["id"], texts, told = "nobody" }: { id?: string[]; texts: string[]; told?: Told },
): TextHolder {
  const within: TextHolder["within"] = (read, scope) =>
    inArray(table.visitId, visitsIn(read, scope));
  return { table, id, texts, within, told, ofVisit: true };
}

function ofSchool(
  table: AnyTable & { schoolId: AnyColumn },
  { id = ["id"], texts, told = "school" }: { id?: string[]; texts: string[]; told?: Told },
): TextHolder {
  const within: TextHolder["within"] = (_, { schoolId }) => eq(table.schoolId, schoolId);
  return { table, id, texts, within, told, ofVisit: false };
}

const CONTENT = ["commentary", "whereSeen", "dutyNote", "value"];
/**
 * Every table that holds text about a school which people typed and which is kept, but for three: an answer as it
 * stands follows its last version, and a signed copy and an agreed record are replaced whole. A test holds this list against the schema.
 */
export const TEXT_HOLDERS: readonly TextHolder[] = [
  {
    table: answerRevisions,
    told: "school",
    ofVisit: false,
    id: ["id"],
    texts: CONTENT,
    within: (read, scope) => inArray(answerRevisions.responseId, responsesIn(read, scope)),
  },
  {
    table: responses,
    told: "school",
    ofVisit: false,
    id: ["id"],
    texts: ["amendReason"],
    within: (read, scope) => inArray(responses.id, responsesIn(read, scope)),
  },
  ofSchool(roundSchools, {
    id: ["roundId", "schoolId"],
    texts: ["withdrawnReason", "extendedReason"],
  }),
  {
    table: submissions,
    told: "school",
    ofVisit: false,
    id: ["id"],
    texts: ["withdrawnReason"],
    within: (read, scope) => inArray(submissions.responseId, responsesIn(read, scope)),
  },
  {
    table: confirmations,
    told: "school",
    ofVisit: false,
    id: ["id"],
    texts: ["withdrawnReason"],
    within: (read, { schoolId, responseId }) =>
      responseId === null
        ? eq(confirmations.schoolId, schoolId)
        : inArray(
            confirmations.submissionId,
            read
              .select({ id: submissions.id })
              .from(submissions)
              .where(eq(submissions.responseId, responseId)),
          ),
  },
  {
    table: signOffs,
    told: "school",
    ofVisit: false,
    id: ["id"],
    texts: ["reason", "declaration"],
    within: (read, scope) =>
      exists(
        read
          .select({ id: submissions.id })
          .from(submissions)
          .where(
            and(
              eq(submissions.id, signOffs.submissionId),
              inArray(submissions.responseId, responsesIn(read, scope)),
            ),
          ),
      ),
  },
  {
    table: actions,
    told: "school",
    ofVisit: false,
    id: ["id"],
    texts: [
      "title",
      "whereWeAre",
      "whereWeWant",
      "leadRole",
      "resourceOrHelp",
      "howWeWillKnow",
      "progressNote",
    ],
    within: (_, scope) => actionsIn(scope),
  },
  {
    table: actionCheckIns,
    told: "school",
    ofVisit: false,
    id: ["id"],
    texts: ["line"],
    within: (read, scope) =>
      inArray(
        actionCheckIns.actionId,
        read.select({ id: actions.id }).from(actions).where(actionsIn(scope)),
      ),
  },
  ofSchool(removals, { texts: ["note"] }),
  // What an officer noted of a call: never told of, as the school does not read it.
  ofSchool(schoolContacts, { texts: ["agreed"], told: "nobody" }),
  {
    table: questions,
    told: "school",
    ofVisit: false,
    id: ["id"],
    texts: ["text", "answer"],
    within: (read, scope) => inArray(questions.responseId, responsesIn(read, scope)),
  },
  {
    table: replies,
    told: "school",
    ofVisit: false,
    id: ["id"],
    texts: ["noticed", "wondered", "offered"],
    within: (read, scope) => inArray(replies.responseId, responsesIn(read, scope)),
  },
  {
    table: replyDrafts,
    // Nobody of the school reads it before it is sent.
    told: "nobody",
    ofVisit: false,
    id: ["responseId"],
    texts: ["noticed", "wondered", "offered"],
    within: (read, scope) => inArray(replyDrafts.responseId, responsesIn(read, scope)),
  },
  {
    table: visits,
    told: "school",
    ofVisit: true,
    id: ["id"],
    texts: ["focusReason", "context", "practicalNotes", "cancelledReason"],
    within: (read, scope) => inArray(visits.id, visitsIn(read, scope)),
  },
  {
    table: visitRequests,
    told: "school",
    ofVisit: false,
    id: ["organisationId", "schoolId"],
    texts: ["words"],
    within: (read, { schoolId, responseId }) =>
      and(
        eq(visitRequests.schoolId, schoolId),
        responseId === null
          ? undefined
          : inArray(
              visitRequests.roundId,
              read
                .select({ roundId: responses.roundId })
                .from(responses)
                .where(eq(responses.id, responseId)),
            ),
      ),
  },
  ofVisit(visitActivities, { texts: ["title", "withWhom", "place"], told: "school" }),
  ofVisit(visitNotes, { texts: ["text"] }),
  ofVisit(visitPoints, { texts: ["text"] }),
  ofVisit(visitSuggestions, { texts: ["text", "whoMightHelp"], told: "with-record" }),
  ofVisit(visitPractices, { texts: ["text"], told: "with-record" }),
  ofVisit(visitJottings, { id: ["visitId", "authorId"], texts: ["text"] }),
  ofVisit(visitViews, { id: ["visitId", "reviewerId", "key"], texts: ["reason"] }),
  ofVisit(visitFindings, {
    id: ["visitId", "key"],
    texts: ["reason", "saw", "worksWell", "wondered"],
    told: "with-record",
  }),
  ofVisit(visitFollowUps, {
    id: ["visitId"],
    texts: ["whatWeDid", "ratingWords"],
    told: "school",
  }),
  ofVisit(visitRecords, {
    id: ["visitId"],
    texts: [
      "whatWeDid",
      "corrections",
      "schoolWords",
      "reviewersView",
      "schoolView",
      "thirdPerson",
    ],
    told: "with-record",
  }),
];

const ROW = z.record(z.string(), z.union([z.string(), z.null()]));

/** Every row of a scope that holds any text. */
export async function listHeldRows(read: Reader, scope: TextScope): Promise<HeldRow[]> {
  const found: HeldRow[] = [];
  for (const holder of TEXT_HOLDERS) {
    if (scope.visitId !== null && !holder.ofVisit) continue;
    const columns = columnsOf(holder.table);
    const about = ["responseId", "key", "actionId", "visitId"].filter(
      (name) => columns[name] !== undefined,
    );
    const wanted = [...holder.id, ...holder.texts, ...about];
    const rows = await read
      .select(pick(columns, wanted))
      .from(holder.table)
      .where(holder.within(read, scope));
    found.push(...rows.map((row) => heldRow(holder, ROW.parse(row))));
  }
  return found.filter(({ texts }) => Object.keys(texts).length > 0);
}

type Columns = Record<string, AnyColumn>;

const columnsOf = (table: AnyTable): Columns => getTableColumns(table);

function pick(columns: Columns, names: readonly string[]): Columns {
  return Object.fromEntries(names.map((name) => [name, columnNamed(columns, name)]));
}

function columnNamed(columns: Columns, name: string) {
  const column = columns[name];
  if (column === undefined) throw new Error(`No column is called ${name}`);
  return column;
}

function heldRow(holder: TextHolder, row: Record<string, string | null>): HeldRow {
  const texts = holder.texts.flatMap((name) => {
    const text = row[name] ?? "";
    return text === "" ? [] : [[name, text] as const];
  });
  return {
    table: getTableName(holder.table),
    id: holder.id.map((name) => row[name] ?? "").join("/"),
    responseId: row["responseId"] ?? null,
    answerKey: row["key"] ?? null,
    actionId: (holder.table === actions ? row["id"] : row["actionId"]) ?? null,
    visitId: (holder.table === visits ? row["id"] : row["visitId"]) ?? null,
    texts: Object.fromEntries(texts),
  };
}

/** The holder of a table, by the name it has in the database. */
export function holderOf(table: string): TextHolder | undefined {
  return TEXT_HOLDERS.find((holder) => getTableName(holder.table) === table);
}

/** Writes cleaned texts over a row; a form that was opened before then finds it changed. */
export async function writeHeldTexts(
  tx: Writer,
  { table, id, texts }: { table: string; id: string; texts: Readonly<Record<string, string>> },
): Promise<boolean> {
  const holder = holderOf(table);
  if (holder === undefined) return false;
  const columns = columnsOf(holder.table);
  const known = Object.entries(texts).filter(([name]) => holder.texts.includes(name));
  if (known.length === 0) return false;
  const version = columns["version"];
  const also = version === undefined ? {} : { version: sql`${version} + 1` };
  const rows = await tx
    .update(holder.table)
    .set({ ...Object.fromEntries(known), ...also })
    .where(isRow(holder, id))
    .returning(pick(columns, holder.id));
  return rows.length === 1;
}

/** The texts of one row as they stand, by property name; undefined where there is no such row or table. */
export async function readHeldTexts(
  read: Reader,
  { table, id }: { table: string; id: string },
): Promise<Record<string, string | null> | undefined> {
  const holder = holderOf(table);
  if (holder === undefined) return undefined;
  const columns = columnsOf(holder.table);
  const rows = await read
    .select(pick(columns, holder.texts))
    .from(holder.table)
    .where(isRow(holder, id));
  return rows.map((row) => ROW.parse(row))[0];
}

/** The row with this id, which is of several columns where the key is. */
function isRow(holder: TextHolder, id: string): SQL | undefined {
  const columns = columnsOf(holder.table);
  const parts = id.split("/");
  return and(...holder.id.map((name, index) => eq(columnNamed(columns, name), parts[index] ?? "")));
}
