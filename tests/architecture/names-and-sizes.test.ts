import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { sourceFiles, treeOf } from "./source-files";

const files = sourceFiles("app", "db", "server", "tests");
const FORBIDDEN = /(^|-)(utils?|helpers?|misc|common|manager)$/;
/** The manager is a role (design.md section 3): these files are about it. */
const ABOUT_THE_ROLE = /create-manager/;
/** A cast past the types is needed where one schema serves two engines, and nowhere else. */
const MAY_CAST = ["db/columns.ts", "db/sqlite.ts", "db/postgres.ts"];

describe("files", () => {
  test("say what they hold", () => {
    const vague = files.filter((file) => {
      const parts = file.split("/");
      const stems = parts.map((part) => part.replace(/\..*$/, ""));
      return stems.some((stem) => FORBIDDEN.test(stem)) && !ABOUT_THE_ROLE.test(file);
    });
    expect(vague).toEqual([]);
  });

  test("are named in small letters and hyphens", () => {
    // Routes are named by the addresses they serve.
    const odd = files.filter((file) => {
      const [name = ""] = path.basename(file).split(".");
      return !file.startsWith("app/routes/") && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
    });
    expect(odd).toEqual([]);
  });

  test("are at most 400 lines long", () => {
    const long = files.filter((file) => readFileSync(file, "utf8").split("\n").length > 401);
    expect(long).toEqual([]);
  });
});

/** What a file must hold somewhere before a loose type can be in it: reading a whole syntax tree takes far longer. */
const MAY_BE_LOOSE = [
  /(?:[:<,|&(=[>?]|\b(?:as|is|extends|keyof|readonly|infer|satisfies)\b)\s*any\b/,
  /\bas\s+unknown\s+as\b/,
  /[\w$)\]}"'`]!(?!=)/,
];

/** Places in a file where the types are switched off, as "line: what". */
function looseTypes(file: string): string[] {
  const text = readFileSync(file, "utf8");
  if (!MAY_BE_LOOSE.some((sign) => sign.test(text))) return [];
  const tree = treeOf(file);
  const found: string[] = [];
  const add = (node: ts.Node, what: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    found.push(`${file}:${line + 1} ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) add(node, "any");
    if (ts.isNonNullExpression(node)) add(node, "!");
    const isDouble =
      ts.isAsExpression(node) &&
      ts.isAsExpression(node.expression) &&
      node.expression.type.kind === ts.SyntaxKind.UnknownKeyword;
    if (isDouble && !MAY_CAST.includes(file)) add(node, "as unknown as");
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

test("no type is switched off", () => {
  expect(files.flatMap(looseTypes)).toEqual([]);
});

test("no rule is switched off, nothing is left for later, no test is left out", () => {
  // Spelt apart so that this file does not name them.
  const words = [
    "eslint-" + "disable",
    "@ts-" + "ignore",
    "@ts-" + "expect-error",
    "TO" + "DO",
    "FIX" + "ME",
  ];
  const left = /\b(it|test|describe)\.(only|skip|todo)\(/;
  const found = files.filter((file) => {
    const text = readFileSync(file, "utf8");
    return words.some((word) => text.includes(word)) || left.test(text);
  });
  expect(found).toEqual([]);
});
