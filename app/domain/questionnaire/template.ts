import { checkDefinition } from "~/domain/questionnaire/check-definition";
import { DefinitionSchema, type Definition } from "~/domain/questionnaire/definition";
import type { TemplateProblem } from "~/domain/questionnaire/problems";
import { upgradeDefinition } from "~/domain/questionnaire/upgrade-definition";
import { ok, refused, type Result } from "~/domain/result";
import { parseDocument, stringify, visit, type Document } from "yaml";

/** More problems than this are not read in one sitting; the file is mended and tried again. */
const MOST_PROBLEMS = 20;

/**
 * Reads a questionnaire file, YAML or JSON (every JSON text is YAML). Nothing in the file is run, and
 * YAML's shortcuts (& and *) are not read: a short file could unfold into one that fills the memory. Problems say where and what in plain words, at most 20.
 */
export function parseTemplate(text: string): Result<Definition, TemplateProblem[]> {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: false });
  if (document.errors.length > 0)
    return refused(document.errors.map((error) => atLine(text, error)));
  const shortcuts = findShortcuts(text, document);
  if (shortcuts.length > 0) return refused(shortcuts);
  const upgraded = upgradeDefinition(document.toJS());
  if (!upgraded.ok) return refused(upgraded.problem.slice(0, MOST_PROBLEMS));
  const problems = checkDefinition(upgraded.value);
  if (problems.length > 0) return refused(problems.slice(0, MOST_PROBLEMS));
  return ok(upgraded.value);
}

/**
 * Writes a definition as YAML: parsing it again gives the same definition, and printing that the same bytes, since the
 * schema puts the parts in their order.
 */
export function printTemplate(definition: Definition): string {
  return stringify(DefinitionSchema.parse(definition), {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
}

/** The first shortcut in a file, if there is any. */
function findShortcuts(text: string, document: Document): TemplateProblem[] {
  const found: TemplateProblem[] = [];
  visit(document, {
    Alias(_, node) {
      const path = lineAt(text, node.range?.[0] ?? 0);
      found.push({ path, message: `Write it out here: *${node.source} is not read` });
      return visit.BREAK;
    },
  });
  return found;
}

function atLine(text: string, error: { pos: [number, number]; message: string }): TemplateProblem {
  return {
    path: lineAt(text, error.pos[0]),
    message: `This line cannot be read: ${error.message}`,
  };
}

function lineAt(text: string, position: number): string {
  return `line ${text.slice(0, position).split("\n").length}`;
}
