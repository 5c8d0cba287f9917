import type { Actor } from "~/domain/policy/actor";
import { itemsThatApply } from "~/domain/questionnaire/applicability";
import { fatesOf } from "~/domain/questionnaire/compare/fates";
import { EMPTY_ANSWER, parseAnswerKey, sectionKey } from "~/domain/response/answer";
import { contentOf, sameContent } from "~/domain/response/answer-content";
import { bringForward, type BroughtAnswer } from "~/domain/response/carry-forward";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { signedAnswers } from "~/domain/submission/signed-answers";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { listAnswers } from "~db/queries/answers";
import { findSignedElsewhere } from "~db/queries/submissions";
import { loadResponse, type Loaded } from "./load-response.server";
import { publishedDefinition } from "./published-definition.server";
import { responseHeader } from "./response-header";
import type { BringOffer, BringView, SignedBefore } from "./bring-views";
import { writeAnswers } from "./write-answers.server";

type Where = { urn: string; responseId: string };
/** `base`: the save it goes over, where the place was emptied; 0 for none. */
type Brought = BroughtAnswer & { base: number };
type Bringable = { offer: BringOffer; answers: Brought[] };

/**
 * What the school signed last for the same questionnaire and could bring into this self-review; null when there is no
 * such copy, or nothing in it that is not answered here already, or answers cannot be written.
 */
export async function bringOffer(
  app: App,
  actor: Actor,
  loaded: Loaded,
): Promise<BringOffer | null> {
  if (!responseHeader(actor, loaded).editable.ok) return null;
  return (await bringable(app, loaded))?.offer ?? null;
}

/** The page that says what would be brought. Throws `not-found` or `forbidden`. */
export async function viewBringForward(app: App, actor: Actor, where: Where): Promise<BringView> {
  const loaded = await loadResponse(app, actor, where);
  return {
    response: responseHeader(actor, loaded),
    offer: await bringOffer(app, actor, loaded),
  };
}

/**
 * Brings the answers of the last signed copy into every place that is not answered yet, each still to confirm. What
 * somebody answered meanwhile stays as it is. Throws `not-found` or `forbidden`.
 */
export async function bringAnswers(
  app: App,
  actor: Actor,
  where: Where,
): Promise<{ brought: number }> {
  const loaded = await loadResponse(app, actor, { ...where, action: "response.answer" });
  const found = await bringable(app, loaded);
  if (found === null) return { brought: 0 };
  const { schoolId, id: responseId, roundSections } = loaded.row;
  const outcomes = await writeAnswers(app, actor, {
    place: { schoolId, responseId, roundSections },
    definition: loaded.definition,
    versionId: loaded.row.versionId,
    answers: found.answers.map(({ key, content, base }) => ({
      ...{ key, content, base, saveId: app.newId() },
      // Said when the copy was signed; each answer is read again before it counts.
      namesConfirmed: true,
    })),
  });
  if (outcomes === null) throw new AppError("conflict", { responseId });
  return { brought: outcomes.filter(({ kind }) => kind === "saved").length };
}

async function bringable(app: App, loaded: Loaded): Promise<Bringable | null> {
  const { row, definition } = loaded;
  const { schoolId, id: responseId, questionnaireKey } = row;
  const scope = { schoolId, responseId };
  const copy = await findSignedElsewhere(app.db.read, { ...scope, questionnaireKey });
  if (copy === undefined) return null;
  const version = { versionId: copy.versionId, sha256: copy.definitionSha256 };
  const fates = fatesOf(await publishedDefinition(app, version), definition);
  const signed = signedAnswers(parseSnapshot(copy.snapshot));
  const { answers, asked } = bringForward(signed, fates);
  const wanted = await withoutAnswer(app, loaded, answers);
  if (wanted.length === 0) return null;
  const count = wanted.filter(({ key }) => parseAnswerKey(key).kind === "item").length;
  return { offer: { from: fromOf(copy), count, asked: asked.length }, answers: wanted };
}

type SignedRow = NonNullable<Awaited<ReturnType<typeof findSignedElsewhere>>>;

const fromOf = ({ responseId, number, title, signedAt }: SignedRow): SignedBefore => ({
  ...{ responseId, number, title, signedAt },
});

/** The copy of this questionnaire that the school signed last for another self-review; null when there is none. */
export async function signedBefore(app: App, { row }: Loaded): Promise<SignedBefore | null> {
  const { schoolId, id: responseId, questionnaireKey } = row;
  const scope = { schoolId, responseId, questionnaireKey };
  const copy = await findSignedElsewhere(app.db.read, scope);
  return copy === undefined ? null : fromOf(copy);
}

/**
 * Those asked of this school that nobody has answered yet. Numbers, names and dates are asked anew: they go out of date
 * in silence, where a statement is read again.
 */
async function withoutAnswer(
  app: App,
  { row, definition, applicability }: Loaded,
  answers: readonly BroughtAnswer[],
): Promise<Brought[]> {
  const standing = await listAnswers(app.db.read, { schoolId: row.schoolId, responseId: row.id });
  const filled = standing.filter((one) => !sameContent(contentOf(one), EMPTY_ANSWER));
  const answered = new Set(filled.map(({ key }) => key));
  const saves = new Map(standing.map(({ key, revision }) => [key, revision]));
  const applied = itemsThatApply(definition, applicability).filter(({ items }) => items.length > 0);
  const asked = new Set(
    applied.flatMap(({ section, items }) => [
      sectionKey(section.key),
      ...items.map(({ key }) => key),
    ]),
  );
  return answers
    .filter(({ key }) => asked.has(key) && !answered.has(key))
    .map((answer) => ({ ...answer, base: saves.get(answer.key) ?? 0 }));
}
