import type { Definition } from "~/domain/questionnaire/definition";
import { fieldKey, sectionKey } from "~/domain/response/answer";
import { lineKeysOf, type LinkedVersion } from "./key-lines";
import { shareKey } from "./links";
import type { LineOverTime } from "./over-time";

/** A line with the key and the words it is known by, from the newest version that has it. */
export type NamedLine = LineOverTime & { key: string; title: string };

/** The lines as a reader looks for them: by the newest version's sections, what is no longer asked last. */
export type PlacedLines = {
  sections: { key: string; title: string; headline: NamedLine | null; lines: NamedLine[] }[];
  numbers: NamedLine[];
  gone: NamedLine[];
};

/** Puts lines in their places. Those without a single answer are left out. */
export function placeLines(
  lines: readonly LineOverTime[],
  versions: readonly LinkedVersion[],
): PlacedLines {
  const newest = versions.at(-1);
  if (newest === undefined) return { sections: [], numbers: [], gone: [] };
  const { number, definition } = newest;
  const answered = lines.filter(({ cells }) => cells.some(({ given }) => given !== null));
  const byKey = new Map(answered.map((line) => [line.keys.get(number), line]));
  const titles = titlesOf(definition);
  const find = (key: string): NamedLine[] => {
    const line = byKey.get(key);
    return line === undefined ? [] : [{ ...line, key, title: titles.get(key) ?? "" }];
  };
  const around = lineKeysOf(definition).filter((key) => /^(field|share):/.test(key));
  return {
    sections: definition.sections.flatMap(({ key, title, items }) => {
      const inside = items.flatMap((item) => find(item.key));
      const [headline = null] = find(sectionKey(key));
      return inside.length === 0 && headline === null
        ? []
        : [{ key, title, headline, lines: inside }];
    }),
    numbers: around.flatMap(find),
    gone: goneLines(
      answered.filter(({ keys }) => !keys.has(number)),
      versions,
    ),
  };
}

/** Each by the last version that had it. */
function goneLines(
  lines: readonly LineOverTime[],
  versions: readonly LinkedVersion[],
): NamedLine[] {
  return versions.flatMap(({ number, definition }) => {
    const ended = lines.filter(({ keys }) => Math.max(...keys.keys()) === number);
    if (ended.length === 0) return [];
    const titles = titlesOf(definition);
    return ended.map((line) => {
      const key = line.keys.get(number) ?? "";
      return { ...line, key, title: titles.get(key) ?? "" };
    });
  });
}

/** What a version calls each of its lines. */
function titlesOf({ sections, fields, derived }: Definition): Map<string, string> {
  return new Map([
    ...sections.flatMap((section) => [
      [sectionKey(section.key), section.title] as const,
      ...section.items.map(({ key, short }) => [key, short] as const),
    ]),
    ...fields.map(({ key, label }) => [fieldKey(key), label] as const),
    ...derived.map(({ key, label }) => [shareKey(key), label] as const),
  ]);
}
