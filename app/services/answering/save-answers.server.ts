import { londonDate } from "~/domain/calendar/format";
import { can } from "~/domain/policy/can";
import type { Actor } from "~/domain/policy/actor";
import type { Denial } from "~/domain/policy/verdict";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findForSaving } from "~db/queries/responses";
import { responseFacts } from "./load-response.server";
import { publishedDefinition } from "./published-definition.server";
import type { SaveAnswerInput, SaveOutcome, SaveSectionInput, SectionOutcome } from "./saves";
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

/** Three times what the longest questionnaire asks; more is no form of ours. */
const MOST_ANSWERS = 600;

/** Moved to another version in the same moment: the answers are taken once more, as its questionnaire asks them. */
async function saveAll(app: App, actor: Actor, input: SaveSectionInput): Promise<WrittenOutcome[]> {
  if (input.answers.length > MOST_ANSWERS) throw new AppError("too-large");
  const outcomes = (await saveOnce(app, actor, input)) ?? (await saveOnce(app, actor, input));
  if (outcomes === null) throw new AppError("conflict", { responseId: input.responseId });
  return outcomes;
}

async function saveOnce(
  app: App,
  actor: Actor,
  { urn, responseId, answers }: SaveSectionInput,
): Promise<WrittenOutcome[] | null> {
  const row = await findForSaving(app.db.read, { urn, responseId });
  if (row === undefined) throw new AppError("not-found");
  const facts = await responseFacts(app, actor, { row, today: londonDate(app.clock.now()) });
  const verdict = can(actor, "response.answer", facts);
  if (!verdict.allowed && !STANDING.includes(verdict.reason)) stopUnless(verdict);
  const { schoolId, roundSections, versionId, definitionSha256: sha256 } = row;
  const definition = await publishedDefinition(app, { versionId, sha256 });
  const place = { schoolId, responseId, roundSections };
  return writeAnswers(app, actor, { place, definition, versionId, answers });
}
