import { stringify } from "csv-stringify/sync";
import type { Actor } from "~/domain/policy/actor";
import { ok, type Result } from "~/domain/result";
import { judgeSupport, type SupportFacts } from "~/domain/support/judge-support";
import {
  SUPPORT_FIELDS,
  SUPPORT_FIELD_WORDS,
  type SupportField,
  type SupportProblem,
  type TypedSupport,
} from "~/domain/support/typed-support";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { insertAudit } from "~db/queries/audit";
import { insertSupport, listSupport, updateSupport, type SupportRow } from "~db/queries/support";
import type { Reader, Writer } from "~db/types";
import { deskFacts, loadDesk, type Desk } from "./load-desk.server";
import { readSupportCsv, REFERENCE, type SupportLine } from "./read-support-csv.server";
import { columnsChanged, columnsOf, typedOf, type SupportColumns } from "./support-columns";

const action = "support.edit";

/** The organisation whose help is read in, before a file is chosen. Throws `not-found`. */
export async function viewSupportImport(
  app: App,
  actor: Actor,
  key: string,
): Promise<OrganisationView> {
  return (await loadDesk(app, actor, { key, action })).view;
}

/** Every entry the person may keep, as CSV that can be read in again; what looks like a formula is made text. */
export async function supportCsv(
  app: App,
  actor: Actor,
  key: string,
): Promise<{ text: string; fileName: string }> {
  const { organisation, owned } = await loadDesk(app, actor, { key, action });
  const rows = await keptRows(app.db.read, { organisation, owned });
  const lines = rows.map((row) => {
    const typed = typedOf(row, "; ");
    return [row.id, ...SUPPORT_FIELDS.map((field) => typed[field])];
  });
  const head = [REFERENCE, ...SUPPORT_FIELDS.map((field) => SUPPORT_FIELD_WORDS[field])];
  const text = stringify([head, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
  return { text, fileName: `help-available-${key}.csv` };
}

/** Entries that are not retired, of the questionnaires the person keeps. */
async function keptRows(
  read: Reader,
  { organisation, owned }: Pick<Desk, "organisation" | "owned">,
) {
  const rows = await listSupport(read, { organisationId: organisation.id });
  const ids = owned.map(({ id }) => id);
  return rows.filter((row) => ids.includes(row.questionnaireId) && row.retiredAt === null);
}

/** What a line would do. `problems` name the column. */
export type SupportLineView = {
  line: number;
  title: string;
  does: "add" | "change" | "nothing" | "left-out";
  changes: string[];
  problems: { column: string; message: string }[];
};
export type SupportPreviewView = { lines: SupportLineView[]; ready: number };

type Plan = SupportLineView & { set: SupportColumns | null; before: SupportRow | null };

/** What a file would add and change, and what stands in the way of the rest. Writes nothing. */
export async function previewSupport(
  app: App,
  actor: Actor,
  { key, csv }: { key: string; csv: string },
): Promise<Result<SupportPreviewView, string>> {
  const desk = await loadDesk(app, actor, { key, action });
  const read = readSupportCsv(csv);
  if (!read.ok) return read;
  const facts = await deskFacts(app, desk);
  const plans = await planOf(app.db.read, { desk, facts, lines: read.value });
  const lines = plans.map(({ line, title, does, changes, problems }) => ({
    ...{ line, title, does, changes, problems },
  }));
  const ready = lines.filter(({ does }) => does === "add" || does === "change").length;
  return ok({ lines, ready });
}

type Confirmed = { key: string; csv: string; lines: readonly number[] };

/** Writes the lines the preview showed as ready and that still are, in one go: all of them or none. */
export async function applySupport(
  app: App,
  actor: Actor,
  { key, csv, lines }: Confirmed,
): Promise<Result<{ entries: number }, string>> {
  const desk = await loadDesk(app, actor, { key, action });
  const read = readSupportCsv(csv);
  if (!read.ok) return read;
  const facts = await deskFacts(app, desk);
  const wanted = read.value.filter(({ line }) => lines.includes(line));
  const entries = await app.db.transact(async (tx) => {
    const plans = await planOf(tx, { desk, facts, lines: wanted });
    const ready = plans.filter(({ does }) => does === "add" || does === "change");
    for (const plan of ready) await write(tx, app, { actor, plan });
    if (ready.length > 0) await record(tx, app, { actor, desk, entries: ready.length });
    return ready.length;
  });
  return ok({ entries });
}

type Planning = { desk: Desk; facts: SupportFacts; lines: readonly SupportLine[] };

async function planOf(read: Reader, { desk, facts, lines }: Planning): Promise<Plan[]> {
  const rows = new Map((await keptRows(read, desk)).map((row) => [row.id, row]));
  const seen = new Set<string>();
  return lines.map(({ line, reference, typed }) => {
    const before = rows.get(reference) ?? null;
    const isTwice = reference !== "" && seen.has(reference);
    seen.add(reference);
    const judged = judgeSupport(typed, facts);
    const problems = [
      ...referenceProblems({ reference, before, typed, isTwice }),
      ...(judged.ok ? [] : judged.problem.map(inColumn)),
    ];
    const about = { line, title: typed.title };
    if (!judged.ok || problems.length > 0) {
      return { ...about, does: "left-out" as const, changes: [], problems, set: null, before };
    }
    const set = columnsOf(judged.value, { agreedOn: before?.agreedOn ?? desk.today });
    const changes = before === null ? [] : columnsChanged(before, set).map(changeWord);
    const does = before === null ? "add" : changes.length > 0 ? "change" : "nothing";
    return { ...about, does, changes, problems, set, before };
  });
}

const inColumn = ({ field, message }: SupportProblem) => ({
  column: SUPPORT_FIELD_WORDS[field],
  message,
});

type Referred = {
  reference: string;
  before: SupportRow | null;
  typed: TypedSupport;
  isTwice: boolean;
};

function referenceProblems({ reference, before, typed, isTwice }: Referred) {
  const told = (column: string, message: string) => [{ column, message }];
  if (reference === "") return [];
  if (before === null) return told(REFERENCE, "There is no such entry: leave it empty to add one");
  if (isTwice) return told(REFERENCE, "This entry stands in the file twice");
  if (typed.kind.trim() !== before.kind) return told("Kind", `It stays ${before.kind}`);
  const stays = before.questionnaireKey;
  if (typed.questionnaire.trim() !== stays) return told("Questionnaire", `It stays ${stays}`);
  return [];
}

const FIELD_OF: Partial<Record<keyof SupportColumns, SupportField>> = {
  itemKeys: "statements",
  schoolId: "school",
  validFrom: "from",
  validTo: "to",
};

function changeWord(column: keyof SupportColumns): string {
  const field = FIELD_OF[column] ?? SUPPORT_FIELDS.find((one) => one === column) ?? "questionnaire";
  return SUPPORT_FIELD_WORDS[field];
}

async function write(tx: Writer, app: App, { actor, plan }: { actor: Actor; plan: Plan }) {
  const { before, set } = plan;
  if (set === null) return;
  const at = app.clock.now();
  if (before === null) {
    await insertSupport(tx, { id: app.newId(), ...set, createdAt: at });
    return;
  }
  const change = { before, set, historyId: app.newId(), changedBy: actor.userId, at };
  if (!(await updateSupport(tx, change))) throw new Error("An entry changed inside a transaction");
}

type Recorded = { actor: Actor; desk: Desk; entries: number };

async function record(tx: Writer, app: App, { actor, desk, entries }: Recorded) {
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId: actor.userId,
    event: "support.read-in",
    organisationId: desk.organisation.id,
    subjectKind: "organisation",
    subjectId: desk.organisation.id,
    data: { entries },
  });
}
