import { formatDate } from "~/domain/calendar/format";
import {
  judgeTerms,
  type TermProblem,
  type TypedTerms,
  type YearTerm,
} from "~/domain/calendar/judge-terms";
import { yearsToChoose, type YearChoice } from "~/domain/calendar/years-to-choose";
import { academicYear } from "~/domain/calendar/working-days";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import type {
  LoadedOrganisation,
  OrganisationView,
} from "~/services/returns/load-organisation.server";
import { insertAudit } from "~db/queries/audit";
import { insertTerms, listTerms, updateTerm, type TermRow } from "~db/queries/calendar";
import type { Writer } from "~db/types";
import { loadManaged } from "./settings.server";

/** The terms of one year as its managers change them, with the years there are to choose. */
export type TermsView = {
  organisation: OrganisationView;
  years: YearChoice[];
  year: YearChoice;
  /** As boxes: "1 September 2026"; empty where the year is not known yet. */
  kept: TypedTerms;
  /** A change is made from this version; 0: none of the year is kept yet. */
  version: number;
};

type Asked = { key: string; year: string | null };

/** Throws `not-found`, also for a year that is not offered, or `forbidden`. */
export async function viewTerms(app: App, actor: Actor, { key, year }: Asked): Promise<TermsView> {
  const loaded = await loadManaged(app, actor, key);
  const rows = await listTerms(app.db.read, { organisationId: loaded.organisation.id });
  const years = yearsToChoose({ terms: rows, bankHolidays: [] }, loaded.today);
  const wanted = year ?? academicYear(loaded.today);
  const found = years.find((one) => one.year === wanted);
  if (found === undefined) throw new AppError("not-found");
  const here = rows.filter((row) => row.year === wanted);
  const boxes = here.flatMap(({ term, from, to }): [string, string][] => [
    [`from${term}`, formatDate(from)],
    [`to${term}`, formatDate(to)],
  ]);
  return {
    organisation: loaded.view,
    years,
    year: found,
    kept: Object.fromEntries(boxes),
    version: versionOf(here),
  };
}

/** Terms are changed together, so what each has counts together. */
const versionOf = (rows: readonly TermRow[]) => rows.reduce((sum, { version }) => sum + version, 0);

export type TermsRefusal = { kind: "problems"; problems: TermProblem[] } | { kind: "conflict" };

type Change = { key: string; year: string; version: number; typed: TypedTerms };

/** Writes or changes the six terms of a year, all or none. Throws `not-found` or `forbidden`. */
export async function changeTerms(
  app: App,
  actor: Actor,
  { key, year, version, typed }: Change,
): Promise<Result<null, TermsRefusal>> {
  const loaded = await loadManaged(app, actor, key);
  await viewTerms(app, actor, { key, year });
  const judged = judgeTerms(year, typed);
  if (!judged.ok) return refused({ kind: "problems", problems: judged.problem });
  const changing = { app, actor, loaded, year, version, terms: judged.value };
  const isDone = await app.db.transact((tx) => writeTerms(tx, changing));
  return isDone ? ok(null) : refused({ kind: "conflict" });
}

type Writing = {
  app: App;
  actor: Actor;
  loaded: LoadedOrganisation;
  year: string;
  version: number;
  terms: readonly YearTerm[];
};

async function writeTerms(tx: Writer, writing: Writing): Promise<boolean> {
  const { app, actor, loaded, year, version, terms } = writing;
  const organisationId = loaded.organisation.id;
  const rows = (await listTerms(tx, { organisationId })).filter((row) => row.year === year);
  if (versionOf(rows) !== version) return false;
  for (const { term, from, to } of terms) {
    const stands = rows.find((row) => row.term === term);
    if (stands === undefined) {
      const row = { id: app.newId(), organisationId, year, term, from, to, version: 1 };
      await insertTerms(tx, [row]);
    } else if (stands.from !== from || stands.to !== to) {
      await updateTerm(tx, { id: stands.id, version: stands.version, from, to });
    }
  }
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId: actor.userId,
    event: "terms.changed",
    organisationId,
    subjectKind: "organisation",
    subjectId: organisationId,
    data: { year },
  });
  return true;
}
