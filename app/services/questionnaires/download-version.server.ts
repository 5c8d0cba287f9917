import { writeSheets } from "~/domain/questionnaire/sheets/write-sheets";
import { printTemplate } from "~/domain/questionnaire/template";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { printCsvSheets } from "./csv-sheets";
import { loadVersion, type AtVersion } from "./load-authored.server";
import { performXlsx } from "./read-file.server";

export const VERSION_FORMATS = ["xlsx", "csv", "yaml", "json"] as const;
export type VersionFormat = (typeof VERSION_FORMATS)[number];
export type VersionFile = { bytes: Uint8Array; mediaType: string; fileName: string };

const MEDIA_TYPES: Record<VersionFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  yaml: "application/yaml; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/**
 * A version as a file, for ever the same. The JSON file is the stored text itself: its SHA-256 is the check code on
 * record. Throws `not-found` or `forbidden`.
 */
export async function downloadVersion(
  app: App,
  actor: Actor,
  { format, ...at }: AtVersion & { format: VersionFormat },
): Promise<VersionFile> {
  const { version, definition, questionnaire } = await loadVersion(app, actor, at);
  const text = (words: string) => new TextEncoder().encode(words);
  const bytesOf: Record<VersionFormat, () => Uint8Array | Promise<Uint8Array>> = {
    json: () => text(version.definition),
    yaml: () => text(printTemplate(definition)),
    csv: () => text(printCsvSheets(writeSheets(definition))),
    xlsx: async () => {
      const answer = await performXlsx(app, { write: writeSheets(definition) });
      if (!("written" in answer)) throw new Error("The spreadsheet was not written");
      return answer.written;
    },
  };
  const fileName = `${questionnaire.key}-version-${version.number}.${format}`;
  return { bytes: await bytesOf[format](), mediaType: MEDIA_TYPES[format], fileName };
}
