import { can } from "~/domain/policy/can";
import type { Actor } from "~/domain/policy/actor";
import type { Denial } from "~/domain/policy/verdict";
import type { App } from "~/platform/app.server";
import { loadResponse } from "./load-response.server";
import type {
  AnswerToSave,
  SaveAnswerInput,
  SaveOutcome,
  SaveSectionInput,
  SectionOutcome,
} from "./saves";
import { stopUnless } from "./stop-unless.server";
import { writeAnswers, type WrittenOutcome } from "./write-answers.server";

/**
 * Saves one answer, as autosave does. A repeat of a save id gives the first result. Nothing is written on a
 * conflict or a refusal, and both give the text back. Throws `not-found` or `forbidden`.
 */
export async function saveAnswer(
  app: App,
  actor: Actor,
  { urn, responseId, ...answer }: SaveAnswerInput,
): Promise<SaveOutcome> {
  const [outcome] = await saveAll(app, actor, { urn, responseId, answers: [answer] });
  if (outcome === undefined) throw new Error("A save had no outcome");
  if (outcome.kind !== "unchanged") return outcome;
  const { key, revision, savedAt } = outcome;
  return { kind: "saved", key, revision, savedAt };
}

/**
 * Saves a section's form in one transaction: what holds is saved, the rest is given back with why. Answers
 * that say what stands already are no new save.
 */
export async function saveSection(
  app: App,
  actor: Actor,
  input: SaveSectionInput,
): Promise<SectionOutcome> {
  const outcomes = await saveAll(app, actor, input);
  const times = outcomes.flatMap((outcome) => (outcome.kind === "saved" ? [outcome.savedAt] : []));
  return { outcomes, savedAt: times[0] ?? null };
}

/** Refusals that come from how the response stands: the writer gets the text back with the reason. */
const STANDING: readonly Denial[] = [
  "locked-for-signing",
  "already-signed",
  "round-closed",
  "lapsed",
  "withdrawn",
];

async function saveAll(
  app: App,
  actor: Actor,
  input: { urn: string; responseId: string; answers: readonly AnswerToSave[] },
): Promise<WrittenOutcome[]> {
  const loaded = await loadResponse(app, actor, input);
  const verdict = can(actor, "response.answer", loaded.facts);
  if (!verdict.allowed && !STANDING.includes(verdict.reason)) stopUnless(verdict);
  return writeAnswers(app, actor, { loaded, answers: input.answers });
}
