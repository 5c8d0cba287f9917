import type { Definition } from "~/domain/questionnaire/definition";
import { fieldKey, sectionKey } from "~/domain/response/answer";
import { shareKey, type Break, type Link, type VersionLinks } from "./links";

/** A version with how it follows the one before it in the list; null for the first. */
export type LinkedVersion = { number: number; definition: Definition; links: VersionLinks | null };

/** A break with the version that brought it. */
export type DatedBreak = Break & { version: number };
/** A step within a line, into `version`. */
export type Step = Pick<Link, "break" | "levels" | "reworded"> & { version: number };

/** One statement, section, field or share through the versions, whatever key it has in each. */
export type KeyLine = {
  /** Line key by version number. */
  keys: Map<number, string>;
  /** One for each version after its first. */
  steps: Step[];
  /** Why it begins later than the first version, and why it ends before the last; null where it does not. */
  began: DatedBreak | null;
  ended: DatedBreak | null;
};

/**
 * The lines of versions that follow each other, oldest first. Every key of every version is in exactly one line, and a
 * line that begins late or ends early says why.
 */
export function keyLinesOf(versions: readonly LinkedVersion[]): KeyLine[] {
  const [first, ...later] = versions;
  if (first === undefined) return [];
  const lines = lineKeysOf(first.definition).map((key) => newLine(first.number, key, null));
  let open = new Map(lines.map((line) => [line.keys.get(first.number) ?? "", line]));
  for (const version of later) {
    const { number: at, links } = version;
    const next = new Map<string, KeyLine>();
    for (const link of links?.links ?? []) {
      const line = link.from === null ? null : (open.get(link.from) ?? null);
      const went = line === null ? begin(link, at) : goOn(line, link, at);
      if (line === null && went !== null) lines.push(went);
      if (went !== null && link.to !== null) next.set(link.to, went);
    }
    open = next;
  }
  return lines;
}

/** Every line key of a version, in its order: each section after its statements, then fields and shares. */
export function lineKeysOf({ sections, fields, derived }: Definition): string[] {
  return [
    ...sections.flatMap(({ key, items }) => [...items.map((item) => item.key), sectionKey(key)]),
    ...fields.map(({ key }) => fieldKey(key)),
    ...derived.map(({ key }) => shareKey(key)),
  ];
}

const newLine = (version: number, key: string, began: DatedBreak | null): KeyLine => ({
  keys: new Map([[version, key]]),
  steps: [],
  began,
  ended: null,
});

function begin({ to, break: broken }: Link, version: number): KeyLine | null {
  return to === null ? null : newLine(version, to, broken && { ...broken, version });
}

/** The line under its key of the new version; null where it ends. */
function goOn(line: KeyLine, link: Link, version: number): KeyLine | null {
  const { to, break: broken, levels, reworded } = link;
  if (to === null) {
    line.ended = broken && { ...broken, version };
    return null;
  }
  line.keys.set(version, to);
  line.steps.push({ version, break: broken, levels, reworded });
  return line;
}
