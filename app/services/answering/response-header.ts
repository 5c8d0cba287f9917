import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { ResponseFacts } from "~/domain/policy/facts";
import type { Definition } from "~/domain/questionnaire/definition";
import type { ResponseRow } from "~db/queries/responses";
import type { EditableView, ResponseHeaderView } from "./views";

type Held = {
  school: { urn: string; name: string; demonstration: boolean };
  row: ResponseRow;
  definition: Definition;
  facts: ResponseFacts;
};

/** The head of every page of one self-review. */
export function responseHeader(actor: Actor, held: Held): ResponseHeaderView {
  const { school, row, definition } = held;
  return {
    id: row.id,
    urn: school.urn,
    schoolName: school.name,
    title: titleOf(row, definition),
    private: row.roundId === null,
    state: row.state,
    questionnaire: {
      key: row.questionnaireKey,
      title: definition.title,
      version: row.versionNumber,
      introduction: definition.introduction,
    },
    owner: { name: row.ownerName, label: row.ownerLabel },
    layout: layoutOf(definition),
    demonstration: row.roundDemonstration ?? school.demonstration,
    editable: editableOf(actor, held),
  };
}

/** The round's title; a private self-review bears the questionnaire's. */
export function titleOf(row: { roundTitle: string | null }, definition: Definition): string {
  return row.roundTitle ?? definition.title;
}

/** A questionnaire that needs only its starred statements is one page (look/README.md section 5, Asthma). */
export function layoutOf(definition: Definition): "sections" | "one-page" {
  return definition.settings.needed === "starters" ? "one-page" : "sections";
}

function editableOf(actor: Actor, { row, facts }: Held): EditableView {
  const verdict = can(actor, "response.answer", facts);
  if (!verdict.allowed) {
    const { reason } = verdict;
    if (reason === "round-not-open-yet") return { ok: false, reason, opensOn: row.opensOn ?? "" };
    if (reason === "withdrawn") return { ok: false, reason, why: row.withdrawnReason };
    return { ok: false, reason };
  }
  return row.phases === null ? { ok: false, reason: "confirm-first" } : { ok: true };
}
