import { formatDateTime } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import type { Duty } from "~/domain/questionnaire/duties";
import { dutyWords } from "~/domain/questionnaire/duty-change";
import type { TypedDuty } from "~/domain/questionnaire/typed-duty";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { readTypes } from "~/services/answering/read-keys.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { listDutyChanges } from "~db/queries/duty-asks";
import type { DutyRow } from "~db/queries/duties";
import { loadDutyDesk, type AtQuestionnaire, type DutyDesk } from "./load-duty-desk.server";
import { typedOf } from "./typed-of";

export type DutyLineView = Omit<Duty, "itemKey"> & { stands: "on" | "coming" | "over" };

/** `viewDutyDesk`: duties of a questionnaire by statement. */
export type DutyDeskView = {
  organisation: OrganisationView;
  ownerLabel: string;
  questionnaire: { key: string; title: string };
  statements: { key: string; statement: string; duties: DutyLineView[] }[];
};

/** The duties of a questionnaire, by statement. Throws `not-found` or `forbidden`. */
export async function viewDutyDesk(
  app: App,
  actor: Actor,
  at: AtQuestionnaire,
): Promise<DutyDeskView> {
  const desk = await loadDutyDesk(app, actor, at);
  const statements = desk.questionnaire.statements.map(({ key, statement }) => ({
    key,
    statement,
    duties: desk.duties
      .filter(({ itemKey }) => itemKey === key)
      .map((duty) => ({ ...duty, stands: standsOn(duty, desk.today) })),
  }));
  return { ...headOf(desk), statements: statements.filter(({ duties }) => duties.length > 0) };
}

const headOf = ({ organisation, ownerLabel, questionnaire: { key, title } }: DutyDesk) => ({
  organisation,
  ownerLabel,
  questionnaire: { key, title },
});

function standsOn({ validFrom, validTo }: Duty, today: string): DutyLineView["stands"] {
  if (validTo !== null && validTo < today) return "over";
  return validFrom !== null && validFrom > today ? "coming" : "on";
}

/** `viewDuty`: one duty and what it said before, or the form for a new one (`id` null). */
export type DutyPageView = {
  organisation: OrganisationView;
  ownerLabel: string;
  questionnaire: { key: string; title: string };
  statements: { key: string; statement: string }[];
  id: string | null;
  version: number;
  typed: TypedDuty;
  history: { when: string; by: string; words: string }[];
};

export const NEW_DUTY: TypedDuty = {
  statement: "",
  kind: "must",
  source: "",
  from: "",
  to: "",
  types: [],
  checked: "",
};

export async function viewDuty(
  app: App,
  actor: Actor,
  { dutyId, ...at }: AtQuestionnaire & { dutyId: string | null },
): Promise<DutyPageView> {
  const desk = await loadDutyDesk(app, actor, at);
  const statements = desk.questionnaire.statements.map(({ key, statement }) => ({
    key,
    statement,
  }));
  const head = { ...headOf(desk), statements };
  if (dutyId === null) return { ...head, id: null, version: 0, typed: NEW_DUTY, history: [] };
  const duty = desk.duties.find(({ id }) => id === dutyId);
  if (duty === undefined) throw new AppError("not-found");
  const changes = await listDutyChanges(app.db.read, { dutyId });
  return {
    ...head,
    id: dutyId,
    version: desk.versions.get(dutyId) ?? 0,
    typed: typedOf(duty),
    history: changes.map(({ content, changedAt, changedByName }) => ({
      when: formatDateTime(changedAt),
      by: changedByName ?? "",
      words: dutyWords(keptDuty(content)),
    })),
  };
}

function keptDuty(content: string): Duty {
  // Written by `updateDuty` from such a row, and by nothing else.
  const row = JSON.parse(content) as DutyRow;
  return { ...row, types: readTypes(row.types) ?? [] };
}
