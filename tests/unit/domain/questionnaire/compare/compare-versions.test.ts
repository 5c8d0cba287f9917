import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDefinition } from "~/domain/questionnaire/check-definition";
import {
  confirmChange,
  dropStaleChanges,
  proposedChange,
  unconfirmedOf,
} from "~/domain/questionnaire/compare/answer-rules";
import { checkBeforePublishing } from "~/domain/questionnaire/compare/check-before-publishing";
import { compareVersions } from "~/domain/questionnaire/compare/compare-versions";
import { changesOf, isSame, type ComparedThing } from "~/domain/questionnaire/compare/comparison";
import { fatesOf } from "~/domain/questionnaire/compare/fates";
import type { Definition } from "~/domain/questionnaire/definition";
import { fieldKey, sectionKey } from "~/domain/response/answer";
import { editQuestionnaire, generatedEdits } from "../../../../support/generated-edits";
import { generatedQuestionnaire } from "../../../../support/generated-questionnaires";

const edited = fc
  .tuple(generatedQuestionnaire, generatedEdits)
  .map(([old, edits]) => ({ old, now: editQuestionnaire(old, edits) }));

const keysOf = (definition: Definition) =>
  definition.sections.flatMap(({ items }) => items.map(({ key }) => key));
const answerKeysOf = (definition: Definition) => [
  ...keysOf(definition),
  ...definition.sections.map(({ key }) => sectionKey(key)),
  ...definition.fields.map(({ key }) => fieldKey(key)),
];
const thingsOf = ({ old, now }: { old: Definition; now: Definition }): ComparedThing[] => {
  const { scale, sections, statements, fields } = compareVersions(old, now);
  return [scale, ...sections, ...statements, ...fields];
};

describe("generated questionnaires", () => {
  it("hold together, before and after an author's edits", () => {
    fc.assert(
      fc.property(edited, ({ old, now }) => {
        expect(checkDefinition(old)).toEqual([]);
        expect(checkDefinition(now)).toEqual([]);
      }),
    );
  });
});

describe("a comparison of two versions", () => {
  it("is empty between a version and itself, and every answer is kept", () => {
    fc.assert(
      fc.property(generatedQuestionnaire, (definition) => {
        expect(isSame(compareVersions(definition, definition))).toBe(true);
        for (const fate of fatesOf(definition, definition).values()) {
          expect(fate).toMatchObject({ to: [fate.from], rule: "keep", levels: null });
        }
      }),
    );
  });

  it("has every statement, section and field of both versions once", () => {
    fc.assert(
      fc.property(edited, ({ old, now }) => {
        const { statements, sections } = compareVersions(old, now);
        const sides = (things: ComparedThing[], side: "from" | "to") =>
          things.flatMap((thing) => thing[side]).sort();
        expect(sides(statements, "from")).toEqual(keysOf(old).sort());
        expect(sides(statements, "to")).toEqual(keysOf(now).sort());
        expect(sides(sections, "from")).toEqual(old.sections.map(({ key }) => key).sort());
        expect(sides(sections, "to")).toEqual(now.sections.map(({ key }) => key).sort());
      }),
    );
  });

  it("shows words that put together again are both texts", () => {
    fc.assert(
      fc.property(edited, (both) => {
        for (const { before, after, runs } of thingsOf(both).flatMap(({ texts }) => texts)) {
          const without = (kind: string) =>
            runs
              .filter((run) => run.kind !== kind)
              .map(({ text }) => text)
              .join("");
          expect(without("added")).toBe(before);
          expect(without("removed")).toBe(after);
        }
      }),
    );
  });

  it("keeps, maps or explicitly asks about every answer of the old version", () => {
    fc.assert(
      fc.property(edited, ({ old, now }) => {
        const fates = fatesOf(old, now);
        expect([...fates.keys()].sort()).toEqual(answerKeysOf(old).sort());
        const open = new Set(answerKeysOf(now));
        const codes = new Set(now.scale.levels.map(({ code }) => code));
        for (const { to, rule, levels } of fates.values()) {
          expect(to.filter((key) => !open.has(key))).toEqual([]);
          expect(to.length === 0).toBe(rule === "set-aside");
          for (const code of Object.values(levels ?? {}))
            expect(code === null || codes.has(code)).toBe(true);
        }
      }),
    );
  });

  it("keeps no level that the new scale has not", () => {
    fc.assert(
      fc.property(edited, ({ old, now }) => {
        const codes = new Set(now.scale.levels.map(({ code }) => code));
        const gone = old.scale.levels.filter(({ code }) => !codes.has(code));
        if (gone.length === 0) return;
        for (const { from, rule, levels } of fatesOf(old, now).values()) {
          if (from.startsWith("field:") || rule === "ask-again" || rule === "set-aside") continue;
          for (const { code } of gone) expect(levels).toHaveProperty(code);
        }
      }),
    );
  });

  it("waits for nothing once the author confirmed what was proposed", () => {
    fc.assert(
      fc.property(edited, ({ old, now }) => {
        const comparison = compareVersions(old, now);
        const confirmed = changesOf(comparison).map(proposedChange).reduce(confirmChange, now);
        expect(unconfirmedOf(confirmed, comparison)).toEqual([]);
        expect(dropStaleChanges(confirmed, comparison)).toEqual(confirmed);
        const ground = { previous: old, usedKeys: new Set(keysOf(old)), related: new Map() };
        const stopping = checkBeforePublishing(confirmed, ground).filter(({ stops }) => stops);
        const codes = isSame(comparison) ? ["nothing-changed"] : [];
        expect(stopping.map(({ code }) => code)).toEqual(codes);
      }),
    );
  });
});
