import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Definition } from "~/domain/questionnaire/definition";
import { parseTemplate } from "~/domain/questionnaire/template";

export const TEMPLATE_KEYS = [
  "inclusion-toolkit",
  "mainstream-core-standards",
  "asthma-friendly",
  "early-years",
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** The text of a shipped template. */
export function templateText(key: TemplateKey): string {
  return readFileSync(join("db", "questionnaires", key, "v1.yaml"), "utf8");
}

/** A shipped template, parsed; throws with its problems when it does not parse. */
export function readTemplate(key: TemplateKey): Definition {
  const parsed = parseTemplate(templateText(key));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}
