import type { Definition } from "~/domain/questionnaire/definition";
import { parseAnswerKey, sectionKey } from "~/domain/response/answer";
import type { LinkedVersion } from "./key-lines";
import { lineKeysOf } from "./key-lines";
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
  const answered = lines.filter(({ cells }) => cells.some(({ given }) => given !== null));
  const byKey = new Map(answered.map((line) => [line.keys.get(newest.number), line]));
  const find = (key: string): NamedLine[] => {
    const line = byKey.get(key);
    return line === undefined ? [] : [named(line, key, newest.definition)];
  };
  const around = lineKeysOf(newest.definition).filter((key) => /^(field|share):/.test(key));
  return {
    sections: newest.definition.sections.flatMap(({ key, title, items }) => {
      const inside = items.flatMap((item) => find(item.key));
      const [headline = null] = find(sectionKey(key));
      return inside.length === 0 && headline === null
        ? []
        : [{ key, title, headline, lines: inside }];
    }),
    numbers: around.flatMap(find),
    gone: answered
      .filter(({ keys }) => !keys.has(newest.number))
      .map((line) => lastNamed(line, versions)),
  };
}

function lastNamed(line: LineOverTime, versions: readonly LinkedVersion[]): NamedLine {
  const last = versions.findLast(({ number }) => line.keys.has(number));
  const key = last === undefined ? "" : (line.keys.get(last.number) ?? "");
  return last === undefined ? { ...line, key, title: "" } : named(line, key, last.definition);
}

function named(line: LineOverTime, key: string, definition: Definition): NamedLine {
  const { fields, derived, sections } = definition;
  if (key.startsWith("share:")) {
    const share = derived.find((one) => key === `share:${one.key}`);
    return { ...line, key, title: share?.label ?? "" };
  }
  const read = parseAnswerKey(key);
  switch (read.kind) {
    case "field":
      return { ...line, key, title: fields.find((one) => one.key === read.field)?.label ?? "" };
    case "section":
      return {
        ...{ ...line, key },
        title: sections.find((one) => one.key === read.section)?.title ?? "",
      };
    case "item": {
      const items = sections.flatMap((section) => section.items);
      return { ...line, key, title: items.find((one) => one.key === read.item)?.short ?? "" };
    }
  }
}
