import type { Actor } from "~/domain/policy/actor";
import { PHASES, SCHOOL_TYPES } from "~/domain/questionnaire/definition";
import { toldPhase } from "~/domain/questionnaire/school-facts";
import { phasesOf, typesOf } from "~/domain/questionnaire/school-facts";
import {
  applicabilityChange,
  chooseApplicability,
  type ApplicabilityProblem,
  type Chosen,
  type SectionChoice,
} from "~/domain/response/choose-applicability";
import type { App } from "~/platform/app.server";
import { listAnswersUnder } from "~db/queries/answers";
import { insertAudit } from "~db/queries/audit";
import { pinApplicability } from "~db/queries/response-moves";
import { loadResponse, type Loaded } from "./load-response.server";
import { readKeys } from "./read-keys.server";
import { responseHeader } from "./response-header";
import type { ApplicabilityChangeView, ApplicabilityPageView } from "./views";

type Where = { urn: string; responseId: string };

/** The start page: what GIAS suggests, what is chosen, and the sections where the school chooses them. */
export async function viewApplicability(
  app: App,
  actor: Actor,
  input: Where,
): Promise<ApplicabilityPageView> {
  const loaded = await loadResponse(app, actor, input);
  const { school, row, applicability } = loaded;
  const suggested = { phases: phasesOf(school), types: typesOf(school) };
  return {
    response: responseHeader(actor, loaded),
    school: {
      phaseName: toldPhase(school.phaseName),
      typeName: school.typeName,
      ages: agesOf(school),
    },
    phases: PHASES.map((code) => ({
      code,
      suggested: suggested.phases.includes(code),
      chosen: applicability.phases.includes(code),
    })),
    types: SCHOOL_TYPES.map((code) => ({
      code,
      suggested: suggested.types.includes(code),
      chosen: applicability.types.includes(code),
    })),
    sections: sectionChoices(loaded),
    confirmed: row.phases !== null,
    version: row.version,
  };
}

export type ConfirmInput = Where & {
  phases: readonly string[];
  types: readonly string[];
  sections: readonly string[];
  /** The version of the response that the form was made from. */
  version: number;
  /** The person has read which answers a change sets aside. */
  changeAccepted: boolean;
};

/** `ask`: the change would set answers aside, nothing is written yet; ask once more with the list. */
export type ConfirmOutcome =
  | { kind: "confirmed"; change: ApplicabilityChangeView }
  | { kind: "problems"; problems: ApplicabilityProblem[] }
  | { kind: "ask"; change: ApplicabilityChangeView }
  | { kind: "conflict" };

/**
 * Pins what applies to this school. It may be changed while answers may: answers to what no longer applies are
 * kept and not counted. `conflict` when someone changed the response since the form was made.
 */
export async function confirmApplicability(
  app: App,
  actor: Actor,
  input: ConfirmInput,
): Promise<ConfirmOutcome> {
  const action = "response.confirm-applicability";
  const { urn, responseId } = input;
  const loaded = await loadResponse(app, actor, { urn, responseId, action });
  const chosen = chooseApplicability(input, choiceOf(loaded));
  if (!chosen.ok) return { kind: "problems", problems: chosen.problem };
  const change = await changeTo(app, { loaded, chosen: chosen.value });
  if (change.answersSetAside.length > 0 && !input.changeAccepted) return { kind: "ask", change };
  const pinned = await pin(app, actor, { loaded, chosen: chosen.value, version: input.version });
  return pinned ? { kind: "confirmed", change } : { kind: "conflict" };
}

type Choosing = { loaded: Loaded; chosen: Chosen };

async function changeTo(app: App, { loaded, chosen }: Choosing): Promise<ApplicabilityChangeView> {
  const { row, definition, applicability } = loaded;
  const asked = chosen.sections ?? readKeys(row.roundSections);
  const to = { phases: chosen.phases, types: chosen.types, sections: asked };
  const change = applicabilityChange(definition, { from: applicability, to });
  const keys = change.noLongerApply.map(({ key }) => key);
  const scope = { schoolId: row.schoolId, responseId: row.id, keys };
  const answered = new Set((await listAnswersUnder(app.db.read, scope)).map(({ key }) => key));
  return {
    ...change,
    answersSetAside: change.noLongerApply.filter(({ key }) => answered.has(key)),
  };
}

async function pin(
  app: App,
  actor: Actor,
  { loaded, chosen, version }: Choosing & { version: number },
): Promise<boolean> {
  const { id: responseId, schoolId } = loaded.row;
  const at = app.clock.now();
  const auditId = app.newId();
  return app.db.transact(async (tx) => {
    const done = await pinApplicability(tx, {
      schoolId,
      responseId,
      version,
      phases: JSON.stringify(chosen.phases),
      types: JSON.stringify(chosen.types),
      chosenSections: chosen.sections === null ? null : JSON.stringify(chosen.sections),
      confirmedBy: actor.userId,
      at,
    });
    if (!done) return false;
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "response.applicability-confirmed",
      schoolId,
      subjectKind: "response",
      subjectId: responseId,
      data: { phases: chosen.phases, types: chosen.types, sections: chosen.sections },
    });
    return true;
  });
}

/** The school chooses where its round lets it, and always in a private self-review. */
function choiceOf({ row, definition }: Loaded): SectionChoice | null {
  const all = definition.sections.map(({ key }) => key);
  if (row.roundId === null) return { atLeast: 1, from: all };
  if (row.chooseAtLeast === null) return null;
  return { atLeast: row.chooseAtLeast, from: readKeys(row.roundSections) ?? all };
}

/** Nothing ticked before the school has chosen, where a round asks it to; all of it in a private one. */
function sectionChoices(loaded: Loaded): ApplicabilityPageView["sections"] {
  const choice = choiceOf(loaded);
  if (choice === null) return null;
  const { row, definition } = loaded;
  const chosen = readKeys(row.chosenSections) ?? (row.roundId === null ? choice.from : []);
  const offered = definition.sections.filter(({ key }) => choice.from.includes(key));
  return {
    atLeast: choice.atLeast,
    choices: offered.map(({ key, title }) => ({ key, title, chosen: chosen.includes(key) })),
  };
}

function agesOf({ lowAge, highAge }: { lowAge: number | null; highAge: number | null }) {
  return lowAge === null || highAge === null ? null : `${lowAge} to ${highAge}`;
}
