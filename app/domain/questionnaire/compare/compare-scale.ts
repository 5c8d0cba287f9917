import type { Level, Scale } from "~/domain/questionnaire/definition";
import { compareThing } from "./compare-thing";
import type { ComparedThing, LevelMap } from "./comparison";
import type { ComparedText } from "./word-runs";

/**
 * Compares two scales. Old levels are matched by name first, since a code may come to mean something else (a scale
 * turned round), then by code where neither name is found on the other side.
 */
export function compareScale(old: Scale, now: Scale): ComparedThing {
  const compared = compareThing({
    subject: "scale",
    before: { key: old.key, title: old.title, texts: scaleTexts(old) },
    after: { key: now.key, title: now.title, texts: scaleTexts(now) },
  });
  const levels = matchLevels(old.levels, now.levels);
  const stays = Object.entries(levels).every(([code, to]) => code === to);
  if (!stays) return { ...compared, kind: "scale", proposed: "map-levels", levels };
  const gained = now.levels.some(({ code }) => levels[code] === undefined);
  // Every choice still stands for itself: a further level to choose from takes nothing away.
  if (gained) return { ...compared, kind: "scale", proposed: "keep", levels };
  return { ...compared, levels };
}

/** Where each old level goes; null where none answers to it. */
export function matchLevels(old: readonly Level[], now: readonly Level[]): LevelMap {
  const named = (levels: readonly Level[], name: string) =>
    levels.find((level) => level.name.toLowerCase() === name.toLowerCase());
  return Object.fromEntries(
    old.map(({ code, name }) => {
      const same = named(now, name);
      if (same !== undefined) return [code, same.code];
      const coded = now.find((level) => level.code === code);
      const free = coded !== undefined && named(old, coded.name) === undefined;
      return [code, free ? code : null];
    }),
  );
}

function scaleTexts(scale: Scale): ComparedText[] {
  return [
    { label: "Question", text: scale.title, weight: "guidance" },
    ...scale.levels.flatMap((level) => levelTexts(level)),
  ];
}

function levelTexts({ code, name, meaning, asks, counts, steps, mark, shortcut }: Level) {
  const guidance = [`key ${shortcut}`, `mark ${mark} ${steps}`].join(", ");
  const texts: ComparedText[] = [
    { label: `Level ${code}`, text: name, weight: "wording" },
    { label: `Level ${code} means`, text: meaning, weight: "wording" },
    { label: `Level ${code} asks`, text: asks ?? "", weight: "guidance" },
    { label: `Level ${code} counts`, text: counts ? "Yes" : "No", weight: "guidance" },
    { label: `Level ${code} is shown by`, text: guidance, weight: "guidance" },
  ];
  return texts;
}
