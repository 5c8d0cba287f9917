import { describe, expect, it } from "vitest";
import {
  limitOfSchool,
  readRetentionSettings,
  readSchoolChoice,
  RetentionSettingsSchema,
  SETTABLE,
  SETTABLE_KINDS,
  USUAL_SETTINGS,
} from "~/domain/personal-data/retention-settings";

const typed = { invitations: "6", mails: "6", bounces: "12", accounts: "12" };

describe("settings as typed", () => {
  it("are read as whole months", () => {
    expect(readRetentionSettings({ ...typed, mails: " 3 " })).toEqual({
      ok: true,
      value: { invitations: 6, mails: 3, bounces: 12, accounts: 12 },
    });
  });

  it.each(["", "0", "25", "1.5", "-3", "six", "1e1", "９"])("are refused: %j", (mails) => {
    expect(readRetentionSettings({ ...typed, mails })).toEqual({
      ok: false,
      problem: [
        {
          field: "mails",
          message: "That a mail was sent: enter a whole number of months from 1 to 24",
        },
      ],
    });
  });

  it("are all told at once where several are wrong", () => {
    const read = readRetentionSettings({ ...typed, invitations: "x", accounts: "2" });
    expect(read.ok ? [] : read.problem.map(({ field }) => field)).toEqual([
      "invitations",
      "accounts",
    ]);
  });
});

describe("settings as stored", () => {
  it("are as usual where one is missing or no longer within its limits", () => {
    expect(RetentionSettingsSchema.parse({ mails: 3, accounts: 1000 })).toEqual({
      ...USUAL_SETTINGS,
      mails: 3,
    });
  });

  it("have a usual length within their own limits", () => {
    for (const kind of SETTABLE_KINDS) {
      const { usual, least, most } = SETTABLE[kind].months;
      expect(usual >= least && usual <= most).toBe(true);
    }
  });
});

describe("what a school chooses for its own self-reviews", () => {
  it("is to keep everything, or whole school years", () => {
    expect(readSchoolChoice({ keep: "for-good", schoolYears: "" })).toEqual({
      ok: true,
      value: { schoolYears: null },
    });
    expect(readSchoolChoice({ keep: "years", schoolYears: "3" })).toEqual({
      ok: true,
      value: { schoolYears: 3 },
    });
    expect(limitOfSchool({ schoolYears: null })).toEqual({ unit: "for-good" });
  });

  it("is refused at its field", () => {
    expect(readSchoolChoice({ keep: "", schoolYears: "" })).toMatchObject({
      problem: { field: "keep" },
    });
    for (const schoolYears of ["", "0", "11", "2.5"]) {
      expect(readSchoolChoice({ keep: "years", schoolYears })).toMatchObject({
        problem: { field: "schoolYears" },
      });
    }
  });
});
