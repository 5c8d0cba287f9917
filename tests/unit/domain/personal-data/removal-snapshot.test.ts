import { describe, expect, test } from "vitest";
import {
  mapSnapshotTexts,
  withSnapshotTexts,
  type SnapshotText,
} from "~/domain/personal-data/removal-snapshot";
import { aSnapshot } from "~tests/support/a-snapshot";

const snapshot = aSnapshot();

describe("the texts of a signed copy that somebody typed", () => {
  test("are every commentary, line, duty note, field and action, each with its own path", () => {
    const seen: SnapshotText[] = [];
    const same = mapSnapshotTexts(snapshot, (text) => {
      seen.push(text);
      return text.text;
    });
    expect(same).toEqual(snapshot);
    const items = snapshot.sections.flatMap((section) => section.items);
    const count =
      snapshot.sections.length +
      3 * items.length +
      snapshot.fields.length +
      2 * snapshot.actions.length;
    expect(seen).toHaveLength(count);
    expect(new Set(seen.map(({ path }) => path)).size).toBe(count);
  });

  test("can be replaced by path, and nothing else changes", () => {
    const key = snapshot.sections[0]?.items[0]?.key ?? "";
    const path = `items/${key}/commentary`;
    const changed = withSnapshotTexts(
      snapshot,
      new Map([
        [path, "CLEANED"],
        ["items/no/x", "y"],
      ]),
    );
    expect(JSON.stringify(changed).match(/CLEANED/g)).toHaveLength(1);
    expect(changed.sections[0]?.items[0]).toMatchObject({ key, commentary: "CLEANED" });
    expect({ ...changed, sections: [] }).toEqual({ ...snapshot, sections: [] });
  });

  test("leave the wording of the questionnaire and the facts of the school alone", () => {
    const blank = mapSnapshotTexts(snapshot, () => "");
    expect(blank.school).toEqual(snapshot.school);
    expect(blank.sections.map(({ title }) => title)).toEqual(
      snapshot.sections.map(({ title }) => title),
    );
    expect(blank.levels).toEqual(snapshot.levels);
  });
});
