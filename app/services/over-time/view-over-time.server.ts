import { londonDate } from "~/domain/calendar/format";
import { cellWords } from "~/domain/over-time/cell-words";
import { overTime, type LineOverTime } from "~/domain/over-time/over-time";
import { placeLines, type NamedLine } from "~/domain/over-time/placed-lines";
import { signedRound } from "~/domain/over-time/signed-round";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { parseAnswerKey } from "~/domain/response/answer";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { snapshotLevel } from "~/domain/submission/snapshot-digest";
import type { Snapshot } from "~/domain/submission/snapshot";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findResponse } from "~db/queries/responses";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
import { listStandingCopies } from "~db/queries/signed-copies";
import { responseFacts } from "../answering/load-response.server";
import { stopUnless } from "../answering/stop-unless.server";
import { linkedVersions } from "./linked-versions.server";
import type { LineView, MovedView, OverTimeView } from "./views";

type Where = { urn: string; responseId: string };
type Copy = { row: CopyRow; snapshot: Snapshot };
type CopyRow = Awaited<ReturnType<typeof listStandingCopies>>[number];

/**
 * What a school signed over its rounds for the questionnaire of one self-review, for the school's own people: of each
 * self-review the copy that stands, as far as the person may read it. Throws `not-found` for whoever may not know of the
 * self-review, `forbidden` for who knows of it from outside.
 */
export async function viewOverTime(
  app: App,
  actor: Actor,
  { urn, responseId }: Where,
): Promise<OverTimeView> {
  const { school, row, today } = await loadOverTime(app, actor, { urn, responseId });
  const copies = await readableCopies(app, actor, {
    today,
    scope: { schoolId: school.id, questionnaireId: row.questionnaireId },
  });
  const numbers = copies.map(({ snapshot }) => snapshot.questionnaire.version);
  const versions =
    copies.length === 0
      ? []
      : await linkedVersions(app, {
          questionnaireId: row.questionnaireId,
          ...{ oldest: Math.min(...numbers), newest: Math.max(...numbers) },
        });
  const rounds = copies.map(({ snapshot }) => signedRound(snapshot));
  const lines = overTime(rounds, versions);
  const placed = placeLines(lines, versions);
  const view = (line: NamedLine) => lineView(line, copies);
  return {
    ...{ urn: school.urn, schoolName: school.name, responseId: row.id },
    title: row.questionnaireTitle,
    rounds: copies.map(({ row: copy, snapshot }) => ({
      ...{ responseId: copy.responseId, number: copy.number, title: copy.title },
      ...{ signedAt: copy.signedAt, version: snapshot.questionnaire.version },
    })),
    moved: movedOf(placed.sections.flatMap(({ lines: inside }) => inside)),
    sections: placed.sections.map(({ key, title, headline, lines: inside }) => ({
      ...{ key, title, headline: headline === null ? null : view(headline) },
      lines: inside.map(view),
    })),
    numbers: placed.numbers.map(view),
    gone: placed.gone.map(view),
  };
}

async function loadOverTime(app: App, actor: Actor, { urn, responseId }: Where) {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const schoolId = school.id;
  const row = await findResponse(app.db.read, { schoolId, responseId });
  if (row === undefined) throw new AppError("not-found");
  const today = londonDate(app.clock.now());
  // That a private self-review exists stays with the team.
  stopUnless(can(actor, "response.view-status", await responseFacts(app, actor, { row, today })));
  const coveredBy = await listOrganisationsCovering(app.db.read, { schoolId });
  stopUnless(can(actor, "school.view", { today, schoolId, coveredBy }));
  return { school, row, today };
}

type Reading = { today: string; scope: { schoolId: string; questionnaireId: string } };

async function readableCopies(app: App, actor: Actor, { today, scope }: Reading): Promise<Copy[]> {
  const copies: Copy[] = [];
  for (const row of await listStandingCopies(app.db.read, scope)) {
    const of = { ...row, state: row.responseState };
    const { schoolId, questionnaireKey, round } = await responseFacts(app, actor, {
      row: of,
      today,
    });
    const facts = { today, schoolId, questionnaireKey, round, responseState: row.responseState };
    const withdrawn = row.withdrawnAt !== null;
    if (!can(actor, "submission.view", { ...facts, state: row.state, withdrawn }).allowed) continue;
    copies.push({ row, snapshot: parseSnapshot(row.snapshot) });
  }
  return copies;
}

function lineView({ key, title, cells }: NamedLine, copies: readonly Copy[]): LineView {
  const isStatement = parseAnswerKey(key).kind === "item" && !key.startsWith("share:");
  return {
    ...{ key, title },
    code: isStatement ? key : null,
    cells: cells.map((cell, place) => {
      const snapshot = copies[place]?.snapshot;
      const level =
        cell.given === null || snapshot === undefined
          ? null
          : snapshotLevel(snapshot, cell.given.level);
      return {
        level: level && { name: level.name, mark: level.mark, steps: level.steps },
        text: cell.given?.text ?? "",
        words: cellWords(cell),
      };
    }),
  };
}

function movedOf(lines: readonly LineOverTime[]): MovedView {
  const moved: MovedView = { furtherOn: 0, back: 0, same: 0, broken: 0 };
  for (const { cells } of lines) {
    const last = cells.at(-1);
    if (last === undefined || last.given === null || last.since === null) continue;
    if (!last.since.comparable) moved.broken += 1;
    else if (last.since.movement === "further-on") moved.furtherOn += 1;
    else if (last.since.movement === "back") moved.back += 1;
    else if (last.since.movement === "same") moved.same += 1;
  }
  return moved;
}
