import { actionsToCarry, carriedTerm } from "~/domain/action/carry";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { findItem } from "~/domain/questionnaire/definition-lookup";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  insertCarriedAction,
  listActions,
  updateAction,
  type ActionRow,
} from "~db/queries/actions";
import { insertAudit } from "~db/queries/audit";
import type { ResponseRow } from "~db/queries/responses";
import type { Writer } from "~db/types";
import { publishedDefinition } from "../answering/published-definition.server";
import { titleOf } from "../answering/response-header";
import { openableResponses } from "./action-sources.server";
import { wordsOf } from "./change-action.server";
import { termsToChoose } from "./plan-terms.server";
import { carriedOnIds } from "./plan-reading.server";
import { schoolOfPlan, type PlanPlace } from "./school-of-plan.server";
import type { CarryOffer, CarryView } from "./views";

/** Without `responseId`: the newest that is offered anything. */
type Where = { urn: string; responseId: string | null };

/** New rounds' self-reviews that were begun while actions of earlier rounds are still open, the newest first. */
export async function carryOffers(app: App, actor: Actor, place: PlanPlace): Promise<CarryOffer[]> {
  if (!can(actor, "action.edit", place.facts).allowed) return [];
  const plan = await readRounds(app, actor, place);
  const offers = plan.responses.filter(isBegun).map(async (row) => {
    const count = open(row, plan).length;
    return { responseId: row.id, title: await titleFor(app, row), count };
  });
  return (await Promise.all(offers)).filter(({ count }) => count > 0).reverse();
}

/**
 * What an earlier round left open, for a self-review to take over; nothing where none has begun. Throws `not-found`
 * for one that cannot.
 */
export async function viewCarry(app: App, actor: Actor, where: Where): Promise<CarryView> {
  const { place, row, plan } = await load(app, actor, where);
  const toChoose = await termsToChoose(app, place);
  const titles = new Map<string, string>();
  for (const each of plan.responses) titles.set(each.id, await titleFor(app, each));
  return {
    school: { urn: place.school.urn, name: place.school.name },
    to: row === null ? null : { responseId: row.id, title: titles.get(row.id) ?? "" },
    actions: (row === null ? [] : open(row, plan)).map((action) => ({
      id: action.id,
      title: action.title,
      leadRole: action.leadRole,
      state: action.state,
      from: titles.get(action.responseId ?? "") ?? "",
      term: action.term,
      nextTerm: carriedTerm(action.term, toChoose),
    })),
  };
}

/** Carries the named actions on; one that somebody carried on or changed first is left out. Returns how many were. */
export async function carryActions(
  app: App,
  actor: Actor,
  { actionIds, ...where }: Where & { actionIds: readonly string[] },
): Promise<{ carried: number }> {
  const { place, row, plan } = await load(app, actor, where);
  if (row === null) return { carried: 0 };
  const chosen = open(row, plan).filter(({ id }) => actionIds.includes(id));
  const version = { versionId: row.versionId, sha256: row.definitionSha256 };
  const definition = await publishedDefinition(app, version);
  const toChoose = await termsToChoose(app, place);
  const at = app.clock.now();
  const lines = chosen.map((from) => ({
    from,
    id: app.newId(),
    auditId: app.newId(),
    at,
    by: actor.userId,
    schoolId: place.school.id,
    responseId: row.id,
    // A statement that the new version does not have is not named; the words stay.
    itemKey: findItem(definition, from.itemKey ?? "") === null ? null : from.itemKey,
    term: carriedTerm(from.term, toChoose),
  }));
  const carried = await app.db.transact(async (tx) => {
    let count = 0;
    for (const line of lines) if (await carryOne(tx, line)) count += 1;
    return count;
  });
  return { carried };
}

type Line = {
  from: ActionRow;
  id: string;
  auditId: string;
  at: Date;
  by: string;
  schoolId: string;
  responseId: string;
  itemKey: string | null;
  term: string;
};

async function carryOne(tx: Writer, line: Line): Promise<boolean> {
  const { from, id, at, schoolId, responseId, itemKey, term } = line;
  const { state, source, sourceId } = from;
  // The row carried on counts as changed: who moves it at the same time meets a conflict, and so does this.
  const to = { ...wordsOf(from), state };
  const asRead = { schoolId, actionId: from.id, version: from.version, at, to };
  if (!(await updateAction(tx, asRead))) return false;
  const isFirst = await insertCarriedAction(tx, {
    id,
    schoolId,
    responseId,
    itemKey,
    ...wordsOf(from),
    term,
    state,
    source,
    sourceId,
    carriedFromId: from.id,
    createdBy: line.by,
    createdAt: at,
    updatedAt: at,
    version: 1,
  });
  if (!isFirst) return false;
  await insertAudit(tx, {
    id: line.auditId,
    at,
    actorId: line.by,
    event: "action.carried",
    schoolId,
    subjectKind: "action",
    subjectId: id,
    data: { from: from.id },
  });
  return true;
}

type Rounds = { responses: ResponseRow[]; actions: (ActionRow & { carriedOn: boolean })[] };

/** The school's self-reviews that the person may read, and every action with whether it was carried on. */
async function readRounds(app: App, actor: Actor, place: PlanPlace): Promise<Rounds> {
  const responses = await openableResponses(app, actor, place);
  const rows = await listActions(app.db.read, { schoolId: place.school.id });
  const carried = carriedOnIds(rows);
  return { responses, actions: rows.map((row) => ({ ...row, carriedOn: carried.has(row.id) })) };
}

/** Begun, and not signed yet: from then on its plan is the one that counts. */
const isBegun = ({ phases, state }: ResponseRow): boolean =>
  phases !== null && (state === "not-started" || state === "in-progress");

const open = (row: ResponseRow, { responses, actions }: Rounds) =>
  actionsToCarry(asRound(row), { earlier: responses.map(asRound), actions });

const asRound = ({ id, questionnaireId, roundId, createdAt }: ResponseRow) => ({
  responseId: id,
  questionnaireId,
  inRound: roundId !== null,
  since: createdAt,
});

async function titleFor(app: App, row: ResponseRow): Promise<string> {
  const version = { versionId: row.versionId, sha256: row.definitionSha256 };
  return titleOf(row, await publishedDefinition(app, version));
}

async function load(app: App, actor: Actor, { urn, responseId }: Where) {
  const place = await schoolOfPlan(app, actor, { urn, action: "action.edit" });
  const plan = await readRounds(app, actor, place);
  const begun = plan.responses.filter(isBegun);
  if (responseId === null) {
    const row = begun.findLast((one) => open(one, plan).length > 0) ?? null;
    return { place, row, plan };
  }
  const row = begun.find(({ id }) => id === responseId);
  if (row === undefined) throw new AppError("not-found");
  return { place, row, plan };
}
