import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Where a file asks for another. `to` is a path from the root of the repository, or a package's name. */
export type Import = { from: string; to: string; isPackage: boolean; typeOnly: boolean };

const ALIASES: [string, string][] = [
  ["~db/", "db/"],
  ["~tests/", "tests/"],
  ["~/", "app/"],
];
const ENDINGS = ["", ".ts", ".tsx", ".js", "/index.ts", "/index.tsx"];

/** Every TypeScript file under the given folders, as paths from the root, in order. */
export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) => {
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
      .filter((file) => /\.tsx?$/.test(file) && statSync(file).isFile())
      .sort();
  });
}

/** The syntax tree of a file. */
export function treeOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

/** Every import of a file: statements, re-exports and `import()`. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const asked = askedFor(node);
    if (asked !== undefined)
      found.push({ from: file, ...resolve(file, asked.name), typeOnly: asked.typeOnly });
    ts.forEachChild(node, visit);
  };
  visit(treeOf(file));
  return found;
}

function askedFor(node: ts.Node): { name: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { name: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause) };
  }
  if (
    ts.isExportDeclaration(node) &&
    node.moduleSpecifier !== undefined &&
    ts.isStringLiteral(node.moduleSpecifier)
  ) {
    return { name: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [first] = node.arguments;
    if (first !== undefined && ts.isStringLiteral(first))
      return { name: first.text, typeOnly: false };
  }
  return undefined;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name !== undefined || names === undefined || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function resolve(from: string, name: string): { to: string; isPackage: boolean } {
  const alias = ALIASES.find(([start]) => name.startsWith(start));
  if (alias === undefined && !name.startsWith(".")) return { to: name, isPackage: true };
  const bare = alias
    ? alias[1] + name.slice(alias[0].length)
    : path.posix.join(path.posix.dirname(from), name);
  const target = bare.replace(/\?.*$/, "");
  const ending = ENDINGS.find((end) => existsSync(target + end) && statSync(target + end).isFile());
  return { to: target + (ending ?? ""), isPackage: false };
}
