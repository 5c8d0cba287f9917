import type { Actor } from "~/domain/policy/actor";
import type { AppliedSection } from "~/domain/questionnaire/applicability";
import { fieldKey, sectionKey } from "~/domain/response/answer";
import { contentOf } from "~/domain/response/answer-content";
import type { App } from "~/platform/app.server";
import { signedBefore } from "./bring-forward.server";
import type { ToConfirmAnswer, ToConfirmSection, ToConfirmView } from "./bring-views";
import { loadResponse } from "./load-response.server";
import { openReview, type OpenReview } from "./open-review.server";
import { responseHeader } from "./response-header";
import { saveSection } from "./save-answers.server";

type Where = { urn: string; responseId: string };

/** Every answer that is still to confirm, to be read again section by section. Throws `not-found` or `forbidden`. */
export async function viewToConfirm(app: App, actor: Actor, where: Where): Promise<ToConfirmView> {
  const loaded = await loadResponse(app, actor, where);
  const open = await openReview(app, loaded);
  return {
    response: responseHeader(actor, loaded),
    from: await signedBefore(app, loaded),
    sections: toConfirmSections(open),
  };
}

/** Answers still to confirm, numbers and names first, then by section; those without any are left out. */
export function toConfirmSections(open: OpenReview): ToConfirmSection[] {
  const sections = open.review.sections.map((applied) => toConfirmIn(open, applied));
  return [fieldsToConfirm(open), ...sections].filter(({ answers }) => answers.length > 0);
}

function fieldsToConfirm(open: OpenReview): ToConfirmSection {
  const fields = open.review.definition.fields.map(({ key, label }) => ({
    ...{ key: fieldKey(key), statement: label },
  }));
  return {
    ...{ key: null, title: "Numbers and names" },
    answers: fields.flatMap((one) => answerToConfirm(open, one) ?? []),
  };
}

function toConfirmIn(open: OpenReview, { section, items }: AppliedSection): ToConfirmSection {
  const statements: { key: string; statement: string | null }[] = [
    ...items,
    { key: sectionKey(section.key), statement: null },
  ];
  return {
    key: section.key,
    title: section.title,
    answers: statements.flatMap((one) => answerToConfirm(open, one) ?? []),
  };
}

function answerToConfirm(
  { review, rows }: OpenReview,
  { key, statement }: { key: string; statement: string | null },
): ToConfirmAnswer | null {
  const row = rows.get(key);
  if (row?.toConfirm !== true) return null;
  const level = review.definition.scale.levels.find(({ code }) => code === row.level) ?? null;
  const by = { id: row.updatedById, name: row.updatedByName };
  const { revision, updatedAt: at } = row;
  return { key, statement, level, content: contentOf(row), revision, at, by };
}

/** What was read: each answer with the save that was on screen. */
export type ReadAgain = { key: string; revision: number };

/**
 * Says of answers that somebody has read them again: they count from then on. One that was changed since it was
 * read is left to confirm, and named in `changed`. Throws `not-found` or `forbidden`.
 */
export async function confirmRead(
  app: App,
  actor: Actor,
  { read, ...where }: Where & { read: readonly ReadAgain[] },
): Promise<{ confirmed: number; changed: string[] }> {
  const { sections } = await viewToConfirm(app, actor, where);
  const waiting = new Map(sections.flatMap(({ answers }) => answers.map((one) => [one.key, one])));
  const sent = read.flatMap(({ key, revision }) => {
    const found = waiting.get(key);
    return found === undefined ? [] : [{ found, revision }];
  });
  const unchanged = sent.filter(({ found, revision }) => found.revision === revision);
  const { outcomes } = await saveSection(app, actor, {
    ...where,
    answers: unchanged.map(({ found: { key, content, revision } }) => ({
      ...{ key, base: revision, saveId: app.newId(), namesConfirmed: true },
      content: { ...content, toConfirm: false },
    })),
  });
  const confirmed = outcomes.filter(({ kind }) => kind === "saved").map(({ key }) => key);
  const isConfirmed = new Set(confirmed);
  const changed = sent.map(({ found }) => found.key).filter((key) => !isConfirmed.has(key));
  return { confirmed: confirmed.length, changed };
}
