import {
  IGNORED_WORDS,
  SHOWN,
  SummarySchema,
  type ImportSummary,
  type Shown,
} from "~/domain/register/compared";
import { LINE_KINDS, type ImportState } from "~/domain/register/import-states";
import type { FileProblem } from "~/domain/register/problem-words";
import { formatDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import type { Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { insertAudit } from "~db/queries/audit";
import {
  clearCoveredAuthorities,
  countMovedOn,
  findImport,
  insertCoveredAuthorities,
  listCoveredAuthorities,
  listImportLinks,
  listImports,
  listImportSchools,
  listNamesByUrn,
  type ImportSchoolRow,
} from "~db/queries/register-imports";
import { applyImport, type NotApplied } from "./apply-import.server";
import { changesOf, type ChangeView } from "./change-views";
import { prepareImport } from "./prepare-import.server";

const action = "organisation.manage-register";

export type RegisterView = {
  organisation: OrganisationView;
  /** Codes of the authorities covered, in order. */
  laCodes: string[];
  imports: { id: string; state: ImportState; at: Date; summary: ImportSummary }[];
};

/** The page a file is sent from: which authorities are covered, what waits and what was done. */
export async function viewRegister(app: App, actor: Actor, key: string): Promise<RegisterView> {
  const { organisation, view } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const imports = await listImports(app.db.read, { organisationId });
  return {
    organisation: view,
    laCodes: await listCoveredAuthorities(app.db.read, { organisationId }),
    imports: imports.map(({ id, state, preparedAt, appliedAt, summary }) => ({
      id,
      state,
      at: appliedAt ?? preparedAt,
      summary: SummarySchema.parse(JSON.parse(summary)),
    })),
  };
}

/** Says which authorities are covered; null where a code is none. Schools covered already stay so. */
export async function coverAuthorities(
  app: App,
  actor: Actor,
  { key, typed }: { key: string; typed: string },
): Promise<string[] | null> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const codes = typed.split(/[\s,;]+/).filter((code) => code !== "");
  if (codes.some((code) => !/^\d{3}$/.test(code))) return null;
  const laCodes = [...new Set(codes)].sort();
  await app.db.transact(async (tx) => {
    await clearCoveredAuthorities(tx, { organisationId });
    await insertCoveredAuthorities(
      tx,
      laCodes.map((laCode) => ({ organisationId, laCode })),
    );
    await insertAudit(tx, {
      id: app.newId(),
      at: app.clock.now(),
      actorId: actor.userId,
      event: "register.authorities-changed",
      organisationId,
      subjectKind: "organisation",
      subjectId: organisationId,
      data: { authorities: laCodes.join(" ") },
    });
  });
  return laCodes;
}

type Files = { key: string; schools: string | null; links: string | null };

/** Reads and compares what a manager sent. Throws `not-found` or `forbidden`. */
export async function receiveFiles(
  app: App,
  actor: Actor,
  { key, ...files }: Files,
): Promise<Result<{ importId: string }, FileProblem>> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  return prepareImport(app, { ...files, organisationId: organisation.id, by: actor.userId });
}

/** Does what a manager has looked through. Throws `not-found` or `forbidden`. */
export async function applyLooked(
  app: App,
  actor: Actor,
  { key, importId }: { key: string; importId: string },
): Promise<Result<ImportSummary, NotApplied>> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  return applyImport(app, { organisationId: organisation.id, importId, by: actor.userId });
}

/** As many schools as stand on one page. */
export const IMPORT_PAGE = 50;

export type ImportLineView = {
  urn: string;
  name: string;
  line: number;
  town: string;
  changes: ChangeView[];
};
export type ImportView = {
  organisation: OrganisationView;
  id: string;
  state: ImportState;
  at: Date;
  /** Somebody changed a school, or the authorities covered, since the file was compared. */
  stale: boolean;
  summary: ImportSummary;
  shown: Shown;
  page: number;
  pages: number;
  lines: ImportLineView[];
  links: { from: string; to: string; on: string | null }[];
  ignored: { line: number; urn: string; name: string; reason: string }[];
};

/** `show` null: the first part that holds something. */
type Asked = { key: string; importId: string; show: Shown | null; page: number };

/** What a file would do, or did, a page of it at a time. Throws `not-found` or `forbidden`. */
export async function viewImport(app: App, actor: Actor, asked: Asked): Promise<ImportView> {
  const { key, importId } = asked;
  const { organisation, view } = await loadOrganisation(app, actor, { key, action });
  const organisationId = organisation.id;
  const found = await findImport(app.db.read, { organisationId, importId });
  if (found === undefined || found.state === "set-aside") throw new AppError("not-found");
  const summary = SummarySchema.parse(JSON.parse(found.summary));
  const shown = asked.show ?? SHOWN.find((one) => countOf(summary, one) > 0) ?? "added";
  const pages = Math.max(1, Math.ceil(countOf(summary, shown) / IMPORT_PAGE));
  const page = Math.min(asked.page, pages);
  const offset = (page - 1) * IMPORT_PAGE;
  const laCodes = JSON.stringify(await listCoveredAuthorities(app.db.read, { organisationId }));
  const isWaiting = found.state === "waiting";
  const movedOn = isWaiting && (await countMovedOn(app.db.read, { importId })) > 0;
  return {
    organisation: view,
    id: importId,
    state: found.state,
    at: found.appliedAt ?? found.preparedAt,
    stale: movedOn || (isWaiting && laCodes !== found.laCodes),
    summary,
    shown,
    page,
    pages,
    lines: await linesOf(app, { importId, shown, offset }),
    links: shown === "links" ? await linksOf(app, { importId, offset }) : [],
    ignored:
      shown === "ignored"
        ? summary.ignored
            .slice(offset, offset + IMPORT_PAGE)
            .map((one) => ({ ...one, reason: IGNORED_WORDS[one.reason] ?? one.reason }))
        : [],
  };
}

const countOf = (summary: ImportSummary, shown: Shown): number =>
  shown === "ignored" ? summary.ignored.length : summary[shown];

type Page = { importId: string; offset: number };

async function linesOf(
  app: App,
  { importId, shown, offset }: Page & { shown: Shown },
): Promise<ImportLineView[]> {
  const kind = LINE_KINDS.find((one) => one === shown);
  if (kind === undefined) return [];
  const page = { importId, kind, offset, limit: IMPORT_PAGE };
  return (await listImportSchools(app.db.read, page)).map(lineView);
}

function lineView({ urn, name, line, town, changes }: ImportSchoolRow): ImportLineView {
  return { urn, name, line, town, changes: changesOf(changes) };
}

async function linksOf(app: App, { importId, offset }: Page): Promise<ImportView["links"]> {
  const links = (await listImportLinks(app.db.read, { importId })).slice(
    offset,
    offset + IMPORT_PAGE,
  );
  const urns = links.flatMap(({ predecessorUrn, successorUrn }) => [predecessorUrn, successorUrn]);
  const names = await listNamesByUrn(app.db.read, urns);
  const label = (urn: string) => `${names.get(urn) ?? "a school this file adds"}, URN ${urn}`;
  return links.map(({ predecessorUrn, successorUrn, linkedOn }) => ({
    from: label(predecessorUrn),
    to: label(successorUrn),
    on: linkedOn === null ? null : formatDate(linkedOn),
  }));
}
