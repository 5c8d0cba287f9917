import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Definition } from "~/domain/questionnaire/definition";
import { EMPTY_ANSWER } from "~/domain/response/answer";
import { contentOf, sameContent } from "~/domain/response/answer-content";
import type { App } from "~/platform/app.server";
import { loadResponse, type Loaded } from "~/services/answering/load-response.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import { responseHeader } from "~/services/answering/response-header";
import { listAnswers, type AnswerRow } from "~db/queries/answers";
import { listBeforeMove, listLeftByMove, type MoveRow } from "~db/queries/version-moves";
import {
  answerKeys,
  offeredMove,
  savesSoFar,
  standingOf,
  undoableMove,
  type OfferedMove,
} from "./load-move.server";
import { moveEffect, sideOf, wordsAt } from "./move-sides";
import type { MoveDone, MoveOffer, MoveTouch, MoveView, TouchNow, VersionHint } from "./views";

type Where = { urn: string; responseId: string };

/**
 * What moving a self-review to the offered version would do to its answers, and the move that stands and may be undone.
 * Reading writes nothing: one may leave and come back. Throws `not-found` or `forbidden`.
 */
export async function viewMove(app: App, actor: Actor, where: Where): Promise<MoveView> {
  const loaded = await loadResponse(app, actor, where);
  const offered = await offeredMove(app, loaded);
  const move = await undoableMove(app, loaded);
  const rows = await answersOf(app, loaded);
  return {
    response: responseHeader(actor, loaded),
    offer: offered === null ? null : offerView({ loaded, offered, rows }),
    moved: move === null ? null : await doneView(app, { loaded, move, rows }),
    mayMove: can(actor, "response.move-version", loaded.facts).allowed,
  };
}

/** What the home of a self-review says of versions. */
export async function versionHint(app: App, loaded: Loaded): Promise<VersionHint> {
  const offered = await offeredMove(app, loaded);
  const move = await undoableMove(app, loaded);
  return {
    offered:
      offered === null ? null : { number: offered.offer.number, finishBy: offered.offer.finishBy },
    moved: move === null ? null : await hintOfMove(app, { loaded, move }),
  };
}

async function hintOfMove(app: App, { loaded, move }: Omit<Doing, "rows">) {
  const rows = await answersOf(app, loaded);
  const { from, touched } = await doneView(app, { loaded, move, rows });
  return { from, toDo: touched.filter(({ state }) => state !== "done").length };
}

const answersOf = (app: App, { row }: Loaded) =>
  listAnswers(app.db.read, { schoolId: row.schoolId, responseId: row.id });

type Offering = { loaded: Loaded; offered: OfferedMove; rows: readonly AnswerRow[] };

function offerView({ loaded, offered, rows }: Offering): MoveOffer {
  const { definition: old, applicability, today } = loaded;
  const { offer, now } = offered;
  return {
    ...{ number: offer.number, finishBy: offer.finishBy },
    finishByOver: offer.finishBy !== null && offer.finishBy < today,
    ...moveEffect({ old, now, standing: standingOf(rows), applicability }),
  };
}

type Doing = { loaded: Loaded; move: MoveRow; rows: readonly AnswerRow[] };

async function doneView(app: App, { loaded, move, rows }: Doing): Promise<MoveDone> {
  const { definition: now, applicability, row } = loaded;
  const version = { versionId: move.fromVersionId, sha256: move.fromSha256 };
  const old = await publishedDefinition(app, version);
  const before = await listBeforeMove(app.db.read, { moveId: move.id, responseId: row.id });
  const effect = moveEffect({ old, now, standing: standingOf(before), applicability });
  const left = await listLeftByMove(app.db.read, { moveId: move.id });
  const leftAt = new Map(left.map(({ key, revisionAfter }) => [key, revisionAfter]));
  const since = rows.filter(({ key, revision }) => revision > (leftAt.get(key) ?? 0));
  const oldKeys = new Set(answerKeys(old));
  const wasAsked = ({ key }: AnswerRow) => oldKeys.has(key);
  return {
    ...effect,
    touched: effect.touched.map((touch) => touchNow(touch, { now, rows })),
    ...{ from: move.fromNumber, at: move.movedAt, by: move.movedByName, seen: savesSoFar(rows) },
    putBack: since.filter(wasAsked).map(({ key }) => wordsAt(old, key)),
    waiting: since.filter((one) => !wasAsked(one)).map(({ key }) => wordsAt(now, key)),
  };
}

type Standing = { now: Definition; rows: readonly AnswerRow[] };

function touchNow(touch: MoveTouch, { now, rows }: Standing): TouchNow {
  const row = rows.find(({ key }) => key === touch.to.key);
  const content = row === undefined ? EMPTY_ANSWER : contentOf(row);
  const isEmpty = sameContent(content, EMPTY_ANSWER);
  const afterReading = touch.asks === "answer-again" && isEmpty ? "to-answer" : "done";
  return {
    ...touch,
    to: sideOf(now, touch.to.key, content),
    state: content.toConfirm ? "to-read" : afterReading,
    revision: row?.revision ?? 0,
  };
}
