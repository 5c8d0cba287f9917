import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import * as fontkit from "fontkit";

import type { Weight } from "./paper";

/** One font file, opened once per process. `key` names it in pages and must not contain spaces. */
export type Face = { key: string; font: fontkit.Font; unit: number };

const require = createRequire(import.meta.url);

function openFace(key: string, packageName: string, path: string): Face {
  const folder = dirname(require.resolve(`${packageName}/package.json`));
  const opened = fontkit.create(readFileSync(join(folder, path)));
  if ("fonts" in opened) throw new Error(`${path} holds a collection of fonts`);
  return { key, font: opened, unit: 1000 / opened.unitsPerEm };
}

const ATKINSON = "@expo-google-fonts/atkinson-hyperlegible-next";
const SOURCE = "@expo-google-fonts/source-sans-3";
const DEJAVU = "dejavu-fonts-ttf";

const FILES: Record<Weight, readonly [string, string, string][]> = {
  regular: [
    ["AtkR", ATKINSON, "400Regular/AtkinsonHyperlegibleNext_400Regular.ttf"],
    ["SrcR", SOURCE, "400Regular/SourceSans3_400Regular.ttf"],
    ["DejR", DEJAVU, "ttf/DejaVuSans.ttf"],
  ],
  semibold: [
    ["AtkS", ATKINSON, "600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf"],
    ["SrcS", SOURCE, "600SemiBold/SourceSans3_600SemiBold.ttf"],
    ["DejB", DEJAVU, "ttf/DejaVuSans-Bold.ttf"],
  ],
  bold: [
    ["AtkB", ATKINSON, "700Bold/AtkinsonHyperlegibleNext_700Bold.ttf"],
    ["SrcB", SOURCE, "700Bold/SourceSans3_700Bold.ttf"],
    ["DejB", DEJAVU, "ttf/DejaVuSans-Bold.ttf"],
  ],
};

const opened = new Map<string, Face>();

function face(key: string, packageName: string, path: string): Face {
  const known = opened.get(key);
  if (known !== undefined) return known;
  const fresh = openFace(key, packageName, path);
  opened.set(key, fresh);
  return fresh;
}

/**
 * The faces of a weight in the order they are tried (look/README.md section 2): Atkinson Hyperlegible
 * Next, Source Sans 3, DejaVu Sans. `index` beyond the last gives null. Files are read when first asked for.
 */
export function fallbackFace(weight: Weight, index: number): Face | null {
  const file = FILES[weight][index];
  return file === undefined ? null : face(...file);
}
