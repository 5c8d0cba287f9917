import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_ANSWER } from "~/domain/response/answer";
import { groupSittings, restoreVersion, type SavedVersion } from "~/domain/response/history";
import { anAnswer } from "./a-definition";

const NINE = Date.parse("2026-11-20T09:00:00Z");

function aVersion(revision: number, who: string, minutes: number): SavedVersion {
  const savedAt = new Date(NINE + minutes * 60_000);
  const content = { ...EMPTY_ANSWER, commentary: `Text ${revision}` };
  return { revision, savedAt, by: { id: who, name: who }, content };
}

const shape = (versions: readonly SavedVersion[]) =>
  groupSittings(versions).map(({ by, saves }) => [by.id, saves.map((save) => save.revision)]);

describe("earlier versions", () => {
  it("stand by person and sitting, newest first", () => {
    const versions = [
      aVersion(1, "priya", 0),
      aVersion(2, "priya", 5),
      aVersion(3, "tom", 6),
      aVersion(4, "priya", 8),
    ];
    expect(shape(versions)).toEqual([
      ["priya", [4]],
      ["tom", [3]],
      ["priya", [2, 1]],
    ]);
  });

  it("start a new sitting after more than thirty minutes", () => {
    expect(shape([aVersion(1, "priya", 0), aVersion(2, "priya", 30)])).toEqual([["priya", [2, 1]]]);
    expect(shape([aVersion(1, "priya", 0), aVersion(2, "priya", 31)])).toHaveLength(2);
  });

  it("say when a sitting began and ended", () => {
    const [sitting] = groupSittings([aVersion(1, "priya", 0), aVersion(2, "priya", 20)]);
    expect(sitting?.from).toEqual(new Date(NINE));
    expect(sitting?.to).toEqual(new Date(NINE + 20 * 60_000));
  });

  it("are all there once, in order, however they came", () => {
    const anyVersions = fc
      .array(fc.tuple(fc.constantFrom("priya", "tom"), fc.nat(100)), { maxLength: 12 })
      .map((rows) => {
        let minutes = 0;
        return rows.map(([who, gap], index) => aVersion(index + 1, who, (minutes += gap)));
      });
    fc.assert(
      fc.property(anyVersions, (versions) => {
        const back = groupSittings([...versions].reverse()).flatMap((sitting) => sitting.saves);
        expect(back).toEqual([...versions].reverse());
      }),
    );
  });

  it("are restored as a new save of the old words", () => {
    const old = aVersion(2, "tom", 0);
    const restored = restoreVersion(old, anAnswer("A1", { commentary: "Now" }, 7));
    expect(restored).toEqual({ content: old.content, baseRevision: 7 });
  });
});
