import { describe, expect, test } from "vitest";
import { mapRecordTexts } from "~/domain/personal-data/removal-record";
import { aFullRecord, aRecordSnapshot } from "~tests/support/a-record";

const bothViews = { reviewersView: "Ours.", schoolView: "Theirs.", thirdPerson: "Amara Bello" };
const record = aFullRecord(2, { bothViews });

describe("the texts of a record that somebody typed", () => {
  test("are plan, day, findings, suggestions, practice and the school's words, each with its own path", () => {
    const seen: string[] = [];
    const same = mapRecordTexts(record, ({ path, text }) => {
      seen.push(path);
      return text;
    });
    expect(same).toEqual(record);
    const { activities, findings, suggestions, practices } = record;
    const parts =
      2 * activities.length + 4 * findings.length + 2 * suggestions.length + practices.length;
    expect(seen).toHaveLength(parts + 8);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("leave no sentence as it was, and the facts of school, people and questionnaire as they are", () => {
    const blank = mapRecordTexts(record, () => "");
    const { school, hosts, reviewers, levels, moderates, ownership, visibility } = record;
    expect(blank).toMatchObject({
      school,
      hosts,
      reviewers,
      levels,
      moderates,
      ownership,
      visibility,
    });
    expect(blank).toMatchObject({ focusReason: "", whatWeDid: "", schoolWords: "" });
    expect(blank.bothViews).toEqual({ reviewersView: "", schoolView: "", thirdPerson: "" });
    const typed = JSON.stringify(
      blank.findings.map(({ saw, worksWell, wondered }) => [saw, worksWell, wondered]),
    );
    expect(typed).not.toMatch(/[a-z]/);
  });

  test("of a record without both views are none there", () => {
    expect(mapRecordTexts(aRecordSnapshot({ bothViews: null }), () => "").bothViews).toBeNull();
  });
});
