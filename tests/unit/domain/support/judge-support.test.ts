import { describe, expect, test } from "vitest";
import { readCourseDates, typedDates } from "~/domain/support/course-dates";
import { judgeSupport, type SupportFacts } from "~/domain/support/judge-support";
import { BLANK_SUPPORT, type TypedSupport } from "~/domain/support/typed-support";

const FACTS: SupportFacts = {
  questionnaires: [{ id: "q", key: "toolkit", itemKeys: ["C3", "C5"] }],
  districts: ["North Weald", "Shepway"],
  schools: new Map([["123456", { id: "oakfold" }]]),
};
const COURSE: TypedSupport = {
  ...BLANK_SUPPORT,
  questionnaire: "toolkit",
  title: "  Checking need   types ",
  statements: "c5, C3",
  dates: "Tuesday 26 January 2027, 15.45, Online",
  link: "https://wealdshire.example/courses",
  districts: "north weald",
};

const problemsOf = (over: Partial<TypedSupport>) => {
  const judged = judgeSupport({ ...COURSE, ...over }, FACTS);
  return judged.ok ? [] : judged.problem.map(({ field, message }) => `${field}: ${message}`);
};

describe("an entry of help", () => {
  test("is kept with its statements, dates and districts read", () => {
    const judged = judgeSupport(COURSE, FACTS);
    expect(judged.ok && judged.value).toMatchObject({
      questionnaireId: "q",
      title: "Checking need types",
      itemKeys: ["C5", "C3"],
      dates: [{ on: "2027-01-26", at: "15:45", place: "Online" }],
      districts: ["North Weald"],
      email: null,
      schoolId: null,
    });
  });

  test.each([
    [{ title: " " }, "title: Enter a name, like Checking need types together"],
    [{ statements: "C9" }, "statements: There is no statement C9"],
    [{ questionnaire: "other" }, "questionnaire: Choose a questionnaire"],
    [{ districts: "Atlantis" }, "districts: There is no district Atlantis"],
    [
      { dates: "26 January 2027, 15:45\nsoon" },
      "dates: Date 2: write it like 26 January 2027, 15:45, Online",
    ],
    [{ link: "javascript:alert(1)" }, "link: Enter a link that begins with https://"],
    [{ email: "nobody" }, "email: Enter an e-mail address, like inclusion@council.example"],
    [{ about: "Ask about A123456789012" }, "about: Take out what looks like a pupil number (UPN)"],
    [{ from: "2 2 2027", to: "1 2 2027" }, "to: Enter a last day after the first"],
    [
      { link: "" },
      "booking: Say how to book or ask, or give a link, an e-mail or a telephone number",
    ],
    [{ kind: "contact" }, "dates: Leave dates empty: only a course has them"],
    [{ kind: "template", dates: "", link: "" }, "link: Enter the link to the template"],
    [{ school: "123456" }, "school: Leave the school empty: only a school that shares has one"],
  ])("is refused where it cannot be kept: %o", (over, expected) => {
    expect(problemsOf(over)).toEqual([expected]);
  });

  test("names a school only where it agreed", () => {
    const sharing = { kind: "school", dates: "", school: "123456" };
    expect(problemsOf(sharing)).toEqual([
      "agreed: Ask the school first, then say that it agreed to be named",
    ]);
    expect(problemsOf({ ...sharing, agreed: "yes" })).toEqual([]);
  });
});

test("dates of a course are put in order, and read again as they are written", () => {
  const read = readCourseDates("2 3 2027, Hall, North Weald; 26 January 2027, 9:30");
  const dates = read.ok ? read.value : [];
  expect(dates).toEqual([
    { on: "2027-01-26", at: "09:30", place: "" },
    { on: "2027-03-02", at: "", place: "Hall, North Weald" },
  ]);
  expect(readCourseDates(typedDates(dates))).toEqual(read);
  expect(readCourseDates(typedDates(dates, "; "))).toEqual(read);
});
