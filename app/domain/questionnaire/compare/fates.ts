import type { AnswerRule, ChangeSubject, Definition } from "~/domain/questionnaire/definition";
import { fieldKey, sectionKey } from "~/domain/response/answer";
import { confirmedOf } from "./answer-rules";
import { compareVersions } from "./compare-versions";
import type { ComparedThing, Comparison, LevelMap } from "./comparison";

/**
 * What becomes of one answer of the old version. `from` and `to` are answer keys (`C2`, `section:C`, `field:pupils`).
 * `to` empty: it stays readable with the old version only. `levels`: where its level goes, null where every level stays
 * for itself. `note`: what the author says to schools.
 */
export type Fate = {
  from: string;
  to: string[];
  rule: AnswerRule;
  levels: LevelMap | null;
  note: string | null;
};

/** How much a rule asks of a school, the least first: of two rules on one answer the stronger counts. */
export const RULE_FORCE: Record<AnswerRule, number> = {
  keep: 0,
  "keep-and-confirm": 1,
  "map-levels": 2,
  combine: 3,
  "ask-again": 4,
  "set-aside": 5,
};

/**
 * The fate of every answer that the old version can hold, by the confirmed rules and where there is none by what is
 * proposed. Each answer key of the old version has exactly one: kept, mapped, or explicitly asked about. This is what
 * moving a running review to the new version and carrying answers forward go by.
 */
export function fatesOf(old: Definition, now: Definition): Map<string, Fate> {
  return fatesIn(compareVersions(old, now), { old, now });
}

/** The same where the two versions have been compared already. */
export function fatesIn(
  comparison: Comparison,
  { old, now }: { old: Definition; now: Definition },
): Map<string, Fate> {
  const scale = ruled(now, comparison.scale);
  const { statements, sections, fields } = comparison;
  const held = [...statements, ...sections, ...fields.filter(({ from }) => isField(old, from))];
  return new Map(
    held.flatMap((thing) =>
      thing.from.map((key) => {
        const fate = fateOf(key, { thing, own: ruled(now, thing), scale });
        return [fate.from, fate] as const;
      }),
    ),
  );
}

type Ruled = { rule: AnswerRule; levels: LevelMap | null; note: string | null };

/** The confirmed rule of a change, else what is proposed. */
function ruled(now: Definition, thing: ComparedThing): Ruled {
  const confirmed = confirmedOf(now, thing);
  const rule = confirmed?.rule ?? thing.proposed;
  const levels = confirmed?.levels ?? thing.levels;
  const mapped = rule === "map-levels" || rule === "combine" ? levels : null;
  return { rule, levels: mapped, note: confirmed?.note ?? null };
}

type Judged = { thing: ComparedThing; own: Ruled; scale: Ruled };

/** A field has no level, so that the scale's rule is not its own. */
function fateOf(key: string, { thing, own, scale }: Judged): Fate {
  const { subject, to } = thing;
  const hasLevel = subject !== "field";
  const stronger =
    hasLevel && RULE_FORCE[scale.rule] > RULE_FORCE[own.rule] ? scale.rule : own.rule;
  return {
    from: answerKey(subject, key),
    to: to.map((one) => answerKey(subject, one)),
    rule: stronger,
    levels: hasLevel ? (own.levels ?? scale.levels) : null,
    note: own.note,
  };
}

function answerKey(subject: ChangeSubject, key: string): string {
  if (subject === "section") return sectionKey(key);
  return subject === "field" ? fieldKey(key) : key;
}

const isField = (old: Definition, from: readonly string[]): boolean =>
  old.fields.some(({ key }) => from.includes(key));
