import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import ts from "typescript";
import { AUDIT_EVENTS } from "~/domain/audit/events";
import * as actionLists from "~/domain/policy/actions";
import { RESPONSE_EVENTS } from "~/domain/response/events";
import { sourceFiles, treeOf } from "./source-files";

/** Files that write to the record, or hand an event to one that does. */
const WRITES = /insertAudit|insertAccountEvent|recordAccountEvent|auditId|AuditEntry/;
const files = sourceFiles("app/services", "app/auth", "app/commands").filter((file) =>
  WRITES.test(readFileSync(file, "utf8")),
);

/** Text of the shape of an event, "answer.saved", anywhere in a file. */
function eventsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && /^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(node.text)) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(treeOf(file));
  return found;
}

/** What the policy is asked about has the same shape. */
const ACTIONS = new Set<string>(Object.values(actionLists).flat());

test("every event that is written anywhere has a sentence", () => {
  expect(files.length).toBeGreaterThan(10);
  const written = files.flatMap((file) => eventsIn(file).map((event) => [event, file] as const));
  expect(written.map(([event]) => event)).toContain("answer.saved");
  const wordless = written.filter(([event]) => !AUDIT_EVENTS.has(event) && !ACTIONS.has(event));
  expect(wordless.map(([event, file]) => `${event} in ${file}`)).toEqual([]);
});

test("every move of a response has a sentence", () => {
  expect(RESPONSE_EVENTS.filter((event) => !AUDIT_EVENTS.has(`response.${event}`))).toEqual([]);
});
