import { checkDefinition } from "~/domain/questionnaire/check-definition";
import type { Definition } from "~/domain/questionnaire/definition";
import type { TemplateProblem } from "~/domain/questionnaire/problems";
import { upgradeDefinition } from "~/domain/questionnaire/upgrade-definition";
import { ok, refused, type Result } from "~/domain/result";
import { parseDocument, stringify } from "yaml";

/** More problems than this are not read in one sitting; the file is mended and tried again. */
const MOST_PROBLEMS = 20;

/**
 * Reads a questionnaire file, YAML or JSON (every JSON text is YAML). Nothing in the file is run: tags are
 * plain data and aliases are limited by the parser. Problems say where and what in plain words, at most 20.
 */
export function parseTemplate(text: string): Result<Definition, TemplateProblem[]> {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: false });
  if (document.errors.length > 0)
    return refused(document.errors.map((error) => atLine(text, error)));
  const upgraded = upgradeDefinition(document.toJS({ maxAliasCount: 50 }));
  if (!upgraded.ok) return refused(upgraded.problem.slice(0, MOST_PROBLEMS));
  const problems = checkDefinition(upgraded.value);
  if (problems.length > 0) return refused(problems.slice(0, MOST_PROBLEMS));
  return ok(upgraded.value);
}

/** Writes a definition as YAML: parsing it again gives the same definition. */
export function printTemplate(definition: Definition): string {
  return stringify(definition, { lineWidth: 0 });
}

function atLine(text: string, error: { pos: [number, number]; message: string }): TemplateProblem {
  const line = text.slice(0, error.pos[0]).split("\n").length;
  return { path: `line ${line}`, message: `This line cannot be read: ${error.message}` };
}
