import type { Definition } from "~/domain/questionnaire/definition";
import { levelsOf, type PlacedItem } from "~/domain/questionnaire/definition-lookup";
import { matchLevels } from "./compare-scale";
import { compareThing } from "./compare-thing";
import type { ChangeKind, ComparedThing } from "./comparison";
import { lineagesOf, type Lineage } from "./lineage";
import { statementSide } from "./sides";

type Placed = ReadonlyMap<string, PlacedItem>;
type Both = { old: Definition; now: Definition; before: Placed; after: Placed };

/** Every statement of both versions, split and merged ones together; in the order of the new version, removed last. */
export function compareStatements(old: Definition, now: Definition): ComparedThing[] {
  const both = { old, now, before: placedByKey(old), after: placedByKey(now) };
  return lineagesOf(old, now).map((lineage) => compareLineage(both, lineage));
}

function compareLineage(both: Both, { from, to }: Lineage): ComparedThing {
  const [first, second] = [from[0], to[0]];
  if (from.length > 1) return compareMany(both, { from, to }, "merged");
  if (to.length > 1) return compareMany(both, { from, to }, "split");
  const before = sideOf(both.old, both.before, first);
  const after = sideOf(both.now, both.after, second);
  const compared = compareThing({ subject: "statement", before, after });
  return compared.kind === "scale" ? withLevels(both, compared) : compared;
}

/** Split or merged: the texts of all, one after the other, so that both are read whole. */
function compareMany(
  both: Both,
  { from, to }: Lineage,
  kind: Extract<ChangeKind, "split" | "merged">,
): ComparedThing {
  const said = (placed: Placed, keys: readonly string[]) =>
    keys.map((key) => `${key}: ${placed.get(key)?.item.statement ?? ""}`).join("\n");
  const texts = [{ label: "Statements", weight: "wording" as const }];
  const side = (placed: Placed, keys: readonly string[]) => ({
    key: keys.join(" "),
    title: keys.map((key) => placed.get(key)?.item.short ?? key).join("; "),
    texts: texts.map((text) => ({ ...text, text: said(placed, keys) })),
  });
  const compared = compareThing({
    subject: "statement",
    before: side(both.before, from),
    after: side(both.after, to),
  });
  const proposed = kind === "split" ? ("keep-and-confirm" as const) : ("combine" as const);
  return { ...compared, kind, from, to, typing: false, proposed };
}

/** Other levels are open than before: those that stay are kept, the rest are mapped by name or asked again. */
function withLevels({ old, now, before, after }: Both, compared: ComparedThing): ComparedThing {
  const [was, is] = [before.get(compared.from[0] ?? ""), after.get(compared.to[0] ?? "")];
  if (was === undefined || is === undefined) return compared;
  const levels = matchLevels(levelsOf(old, was.section), levelsOf(now, is.section));
  const stays = Object.entries(levels).every(([code, to]) => code === to);
  const worded = compared.texts.some(({ label }) => label === "Statement");
  const kept = worded ? ("keep-and-confirm" as const) : ("keep" as const);
  return { ...compared, levels, proposed: stays ? kept : "map-levels" };
}

function sideOf(definition: Definition, placed: Placed, key: string | undefined) {
  const found = key === undefined ? undefined : placed.get(key);
  return found === undefined ? null : statementSide(definition, found);
}

/** Every statement with its section, by key. */
export function placedByKey(definition: Definition): Map<string, PlacedItem> {
  return new Map(
    definition.sections.flatMap((section) =>
      section.items.map((item) => [item.key, { section, item }] as const),
    ),
  );
}
