import { describe, expect, it } from "vitest";
import { whoCanSeeTable } from "~/domain/policy/who-can-see-table";
import { whoMaySee, whoReads, type WhoSeesFacts } from "~/domain/policy/who-sees";

const facts: WhoSeesFacts = {
  schoolName: "Marsh Lane Primary School",
  organisation: "Kent County Council",
  sharedWith: ["NHS Kent and Medway"],
  governorAwaited: false,
};

describe("who may see it, in sentences", () => {
  it("says it of a draft", () => {
    expect(whoMaySee("draft", facts)).toEqual([
      "The team of Marsh Lane Primary School reads it.",
      "Governors of the school see how far it is, and read it once it is signed.",
      "Officers of Kent County Council see how far it is and when, never what is written.",
      "Officers of NHS Kent and Medway see how far it is and when, never what is written.",
      "Other schools do not see it.",
    ]);
  });

  it("says it of a signed copy", () => {
    expect(whoMaySee("signed-copy", facts)).toEqual([
      "The team of Marsh Lane Primary School reads it.",
      "Governors of the school read it.",
      "Officers of Kent County Council read it.",
      "Officers of NHS Kent and Medway read it.",
      "Other schools do not see it.",
      "Schools and councils are public bodies, so anyone may ask for a signed copy under freedom of information law.",
    ]);
  });

  it("says that officers wait for the governor", () => {
    const sentences = whoMaySee("signed-copy", { ...facts, sharedWith: [], governorAwaited: true });
    expect(sentences).toContain(
      "Officers of Kent County Council read it once the governor has signed.",
    );
    expect(sentences).toContain("Governors of the school read it.");
  });

  it("says that officers do not read a copy that was set aside or withdrawn, and a governor does", () => {
    for (const ended of ["set-aside", "withdrawn"] as const) {
      const sentences = whoMaySee("signed-copy", { ...facts, ended });
      expect(sentences).toContain("The team of Marsh Lane Primary School reads it.");
      expect(sentences).toContain("Governors of the school read it.");
      expect(sentences).toContain("Officers of Kent County Council do not read it.");
      expect(sentences).toContain("Officers of NHS Kent and Medway do not read it.");
    }
  });

  it("says that nobody outside knows of a private one, signed or not", () => {
    const own = { ...facts, organisation: null, sharedWith: [] };
    const sentences = [
      "The team of Marsh Lane Primary School reads it.",
      "Governors do not see it.",
      "Nobody outside the school sees it, or that it exists.",
    ];
    expect(whoMaySee("draft", own)).toEqual(sentences);
    expect(whoMaySee("signed-copy", own)).toEqual(sentences);
  });
});

describe("who reads a record", () => {
  it("is said of a school's record", () => {
    expect(whoReads("audit")).toEqual([
      "The headteacher: yes.",
      "The coordinator: yes.",
      "The rest of the school’s team: no.",
      "Governors of the school: no.",
      "Officers of an organisation that runs a round: no.",
      "Managers of the organisation: no.",
      "Other schools: no.",
    ]);
  });

  it("is said of an action plan, of which some see titles only", () => {
    expect(whoReads("action-plan")).toContain(
      "Officers of an organisation that runs a round: titles and progress only.",
    );
  });
});

describe("the table of who can see what", () => {
  it("is the one of the design, as far as it is built", () => {
    const { columns, rows } = whoCanSeeTable();
    expect(columns).toHaveLength(6);
    const status = "Status and dates only";
    expect(rows.map(({ object, cells }) => [object, ...cells])).toEqual([
      ["Answers being written", "Yes", status, "No", status, status, "No"],
      ["Earlier versions of an answer", "Yes", "No", "No", "No", "No", "No"],
      ["A private self-review, and that it exists", "Yes", "No", "No", "No", "No", "No"],
      ["Signed copy and its PDF", "Yes", "Yes", "No", "Yes", "Yes", "No"],
      [
        "Signed copy while the governor’s signature is awaited",
        ...["Yes", "Yes", "No", status, status, "No"],
      ],
      [
        "Questions about a return, the school’s answers, and the reply",
        "Yes",
        "Yes",
        "No",
        "Yes",
        "Yes",
        "No",
      ],
      ["A reply that is being written", "No", "No", "No", "Yes", "No", "No"],
      [
        "Confirmed status in a scheme (asthma), with its certificate",
        ...["Yes", "Yes", "No", "Yes", "Yes", "No"],
      ],
      ["Action plan", "Yes", "Yes", "No", "Titles and progress", "Titles and progress", "No"],
      [
        "Record of who did what in the school",
        "Head and coordinator",
        "No",
        "No",
        "No",
        "No",
        "No",
      ],
      ["Record of who did what in rounds and roles", "No", "No", "No", "Managers", "No", "No"],
      [
        "A visit: that it takes place, its day and its plan",
        ...["Yes", "Yes", "Yes", "Yes", "No", "No"],
      ],
      [
        "Signed copy, read because of a visit",
        ...["Yes", "No", "From 5 working days before the visit until it closes", "No", "No", "No"],
      ],
      [
        "Notes filed and views given by the reviewers of a visit",
        ...[
          "No",
          "No",
          "Both: notes once they are filed, views once both have given theirs",
          "No",
          "No",
          "No",
        ],
      ],
      [
        "Record of a visit, sent to the school and not signed yet",
        ...["Yes", "State and dates only", "Yes", "State and dates only", "No", "No"],
      ],
      [
        "Record of a visit, signed or closed with both views",
        ...["Yes", "Yes", "Yes", "Strengths, themes and help wanted, or as the school accepted"],
        ...["No", "No"],
      ],
    ]);
  });
});
