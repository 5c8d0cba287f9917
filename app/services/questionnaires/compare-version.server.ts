import type { Actor } from "~/domain/policy/actor";
import {
  confirmChange,
  confirmedOf,
  needsConfirming,
  proposedChange,
  rulesFor,
  unconfirmedOf,
} from "~/domain/questionnaire/compare/answer-rules";
import { compareVersions } from "~/domain/questionnaire/compare/compare-versions";
import {
  changesOf,
  type ComparedThing,
  type Comparison,
} from "~/domain/questionnaire/compare/comparison";
import type { AnswerRule, Change, Definition } from "~/domain/questionnaire/definition";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { saveDraft } from "./drafts.server";
import { loadVersion, type AtVersion } from "./load-authored.server";

/** One change as its author looks at it. `id` names it in a form. `rule`: what is confirmed, else what is proposed. */
export type ChangeView = ComparedThing & {
  id: string;
  rules: AnswerRule[];
  rule: AnswerRule;
  confirmed: boolean;
  asksConfirming: boolean;
  note: string;
  /** For a level map: each old level with where it goes; empty: ask again. */
  map: { code: string; name: string; to: string }[];
};

export type ComparisonView = {
  organisation: OrganisationView;
  questionnaire: { key: string; title: string };
  number: number;
  state: string;
  sha256: string;
  /** The version compared with; null for a first version. */
  before: number | null;
  changes: ChangeView[];
  about: Comparison["about"];
  unchanged: number;
  /** Levels of the new scale. */
  levels: { code: string; name: string }[];
  waiting: number;
};

const NOTHING: Pick<ComparisonView, "changes" | "about" | "unchanged" | "waiting"> = {
  ...{ changes: [], about: [], unchanged: 0, waiting: 0 },
};

/** A version beside the one before it, for those who write it. Throws `not-found` or `forbidden`. */
export async function viewComparison(
  app: App,
  actor: Actor,
  at: AtVersion,
): Promise<ComparisonView> {
  const { view, questionnaire, version, definition, previous } = await loadVersion(app, actor, at);
  const { key, title } = questionnaire;
  const head = {
    ...{ organisation: view, questionnaire: { key, title }, number: version.number },
    ...{ state: version.state, sha256: version.sha256, before: previous?.number ?? null },
    levels: definition.scale.levels.map(({ code, name }) => ({ code, name })),
  };
  if (previous === null) return { ...head, ...NOTHING };
  const comparison = compareVersions(previous.definition, definition);
  const changes = changesOf(comparison).map((thing) =>
    changeView(thing, { definition, previous: previous.definition }),
  );
  const unchanged = comparison.statements.filter(({ kind }) => kind === "unchanged").length;
  const waiting = unconfirmedOf(definition, comparison).length;
  return { ...head, changes, about: comparison.about, unchanged, waiting };
}

/** Names a change in a form and an address: `statement:A1>A1 A9`. */
const idOf = ({ subject, from, to }: ComparedThing): string =>
  `${subject}:${from.join(" ")}>${to.join(" ")}`;

type Both = { definition: Definition; previous: Definition };

function changeView(thing: ComparedThing, { definition, previous }: Both): ChangeView {
  const confirmed = confirmedOf(definition, thing);
  const rules = rulesFor(thing);
  const levels = confirmed?.levels ?? thing.levels ?? {};
  const nameOf = (code: string) =>
    previous.scale.levels.find((level) => level.code === code)?.name ?? code;
  return {
    ...thing,
    id: idOf(thing),
    rules,
    rule: confirmed?.rule ?? thing.proposed,
    confirmed: confirmed !== null && rules.includes(confirmed.rule),
    asksConfirming: needsConfirming(thing),
    note: confirmed?.note ?? "",
    map: Object.entries(levels).map(([code, to]) => ({ code, name: nameOf(code), to: to ?? "" })),
  };
}

/** What an author says of one change. `levels`: for each old level the new one, empty to ask again. */
export type TypedRule = {
  id: string;
  rule: string;
  note: string;
  levels: ReadonlyMap<string, string>;
};

export type RuleProblem = "changed" | "rule" | "level" | "note";
const NOTE_MAX = 500;

/**
 * Confirms what becomes of the answers to one change, with a note for schools. Refused with what is wrong, or `changed`
 * when somebody else wrote the draft meanwhile. Throws `not-found` or `forbidden`; `conflict` where it is no draft.
 */
export async function confirmRule(
  app: App,
  actor: Actor,
  { typed, from, ...at }: AtVersion & { typed: TypedRule; from: string },
): Promise<Result<null, RuleProblem>> {
  return writeRules(app, actor, { ...at, from }, ({ definition, previous }) => {
    const thing = thingsOf({ definition, previous }).find((one) => idOf(one) === typed.id);
    if (thing === undefined) return refused("changed");
    const change = readRule(thing, { typed, definition });
    return change.ok ? ok(confirmChange(definition, change.value)) : change;
  });
}

/** Confirms every change that waits, each as it is proposed. */
export async function confirmProposed(
  app: App,
  actor: Actor,
  at: AtVersion & { from: string },
): Promise<Result<null, RuleProblem>> {
  return writeRules(app, actor, at, ({ definition, previous }) => {
    const waiting = unconfirmedOf(definition, compareVersions(previous, definition));
    return ok(waiting.map(proposedChange).reduce(confirmChange, definition));
  });
}

const thingsOf = ({ definition, previous }: Both) =>
  changesOf(compareVersions(previous, definition));

type Rewrite = (both: Both) => Result<Definition, RuleProblem>;

async function writeRules(
  app: App,
  actor: Actor,
  { from, ...at }: AtVersion & { from: string },
  rewrite: Rewrite,
): Promise<Result<null, RuleProblem>> {
  const { version, definition, previous, organisation } = await loadVersion(app, actor, at);
  if (version.state !== "draft" || previous === null) throw new AppError("conflict");
  const rewritten = rewrite({ definition, previous: previous.definition });
  if (!rewritten.ok) return rewritten;
  const isSaved = await saveDraft(app, actor, {
    ...{ organisationId: organisation.id, versionId: version.id, number: version.number },
    ...{ definition: rewritten.value, from, event: "version.rules-confirmed" },
  });
  return isSaved ? ok(null) : refused("changed");
}

type Judging = { typed: TypedRule; definition: Definition };

function readRule(
  thing: ComparedThing,
  { typed, definition }: Judging,
): Result<Change, RuleProblem> {
  const rule = rulesFor(thing).find((one) => one === typed.rule);
  if (rule === undefined) return refused("rule");
  const note = typed.note.trim();
  if (note.length > NOTE_MAX) return refused("note");
  const { subject, from, to } = thing;
  const change = { subject, from, to, rule, note: note === "" ? null : note };
  if (rule !== "map-levels") return ok(change);
  const known = new Set(definition.scale.levels.map(({ code }) => code));
  const levels: Record<string, string | null> = {};
  for (const code of Object.keys(thing.levels ?? {})) {
    const now = typed.levels.get(code) ?? "";
    if (now !== "" && !known.has(now)) return refused("level");
    levels[code] = now === "" ? null : now;
  }
  return ok({ ...change, levels });
}
