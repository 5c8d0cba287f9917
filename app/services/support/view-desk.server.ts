import { formatDateTime } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { filterSupport, type SupportFilter } from "~/domain/support/filter-support";
import { supportStanding, type SupportStanding } from "~/domain/support/support-for";
import {
  SUPPORT_FIELDS,
  SUPPORT_FIELD_WORDS,
  type TypedSupport,
} from "~/domain/support/typed-support";
import type { SupportKind } from "~/domain/support/entry";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { listSupport, listSupportHistory, type SupportRow } from "~db/queries/support";
import { loadSupport, type At } from "./change-support.server";
import { deskFacts, loadDesk, type Desk } from "./load-desk.server";
import { storedSupport } from "./stored-support";
import { typedOf } from "./support-columns";
import { supportView, type SupportView } from "./support-views";

export type SupportLineView = SupportView & {
  questionnaireTitle: string;
  itemKeys: readonly string[];
  districts: readonly string[];
  standing: SupportStanding;
};

/** `viewDesk`: the help an organisation offers, as a filter asks for it. */
export type DeskView = {
  organisation: OrganisationView;
  filter: SupportFilter;
  questionnaires: { key: string; title: string }[];
  /** Questionnaires whose duties the person keeps too. */
  duties: { key: string; title: string }[];
  all: number;
  lines: SupportLineView[];
};

const action = "support.edit";

/** The entries of help a person may keep for an organisation. Throws `not-found`. */
export async function viewDesk(
  app: App,
  actor: Actor,
  { key, filter }: { key: string; filter: SupportFilter },
): Promise<DeskView> {
  const { organisation, view, owned, today } = await loadDesk(app, actor, { key, action });
  const rows = await listSupport(app.db.read, { organisationId: organisation.id });
  const ofDuties = await loadDesk(app, actor, { key, action: "duty.edit" });
  const titles = new Map(owned.map(({ id, title }) => [id, title]));
  const kept = rows.filter((row) => titles.has(row.questionnaireId)).map(listed);
  return {
    organisation: view,
    filter,
    questionnaires: owned.map(({ key, title }) => ({ key, title })),
    duties: ofDuties.owned.map(({ key, title }) => ({ key, title })),
    all: kept.length,
    lines: filterSupport(kept, filter, today).map((entry) => ({
      ...supportView(entry, []),
      questionnaireTitle: titles.get(entry.questionnaireId) ?? "",
      itemKeys: entry.itemKeys,
      districts: entry.districts,
      standing: supportStanding(entry, today),
    })),
  };
}

const listed = (row: SupportRow) => ({
  ...storedSupport(row),
  questionnaireId: row.questionnaireId,
  questionnaireKey: row.questionnaireKey,
});

/** What a form for an entry offers. */
export type SupportFormView = {
  organisation: OrganisationView;
  questionnaires: { key: string; title: string }[];
  districts: readonly string[];
};

export async function viewNewSupport(
  app: App,
  actor: Actor,
  key: string,
): Promise<SupportFormView> {
  return formView(app, await loadDesk(app, actor, { key, action }));
}

async function formView(app: App, desk: Desk): Promise<SupportFormView> {
  const { districts } = await deskFacts(app, desk);
  const questionnaires = desk.owned.map(({ key, title }) => ({ key, title }));
  return { organisation: desk.view, questionnaires, districts };
}

/** One change of an entry: what stood before it, field by field. */
export type SupportChangeView = {
  when: string;
  by: string;
  fields: { field: string; before: string; after: string }[];
};

export type SupportPageView = SupportFormView & {
  id: string;
  kind: SupportKind;
  version: number;
  standing: SupportStanding;
  questionnaireTitle: string;
  typed: TypedSupport;
  history: SupportChangeView[];
};

/** One entry with what it said before each change. Throws `not-found`. */
export async function viewSupport(app: App, actor: Actor, at: At): Promise<SupportPageView> {
  const { desk, row } = await loadSupport(app, actor, at);
  const entry = storedSupport(row);
  return {
    ...(await formView(app, desk)),
    id: row.id,
    kind: row.kind,
    version: row.version,
    standing: supportStanding(entry, desk.today),
    questionnaireTitle: desk.owned.find(({ id }) => id === row.questionnaireId)?.title ?? "",
    typed: typedOf(row),
    history: await historyOf(app, row),
  };
}

async function historyOf(app: App, row: SupportRow): Promise<SupportChangeView[]> {
  const kept = await listSupportHistory(app.db.read, { entryId: row.id });
  let after = printed(row);
  return kept.map(({ content, changedAt, changedByName }) => {
    const before = printed(keptRow(content));
    const now = after;
    after = before;
    const fields = [...before.keys()]
      .filter((field) => before.get(field) !== now.get(field))
      .map((field) => ({
        field,
        before: before.get(field) ?? "",
        after: now.get(field) ?? "",
      }));
    return { when: formatDateTime(changedAt), by: changedByName, fields };
  });
}

/** A row as it was kept: JSON turns its one moment into text, of which only whether it is there matters. */
function keptRow(content: string): SupportRow {
  // Written by `updateSupport` from such a row, and by nothing else.
  return JSON.parse(content) as SupportRow;
}

function printed(row: SupportRow): Map<string, string> {
  const typed = typedOf(row, "; ");
  return new Map([
    ...SUPPORT_FIELDS.map((field) => [SUPPORT_FIELD_WORDS[field], typed[field]] as const),
    ["Taken off", row.retiredAt === null ? "" : "Yes"],
  ]);
}
