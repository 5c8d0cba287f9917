import { describe, expect, it } from "vitest";
import { whoSeesRecord, whoSeesVisit } from "~/domain/policy/who-sees-visit";

const names = { schoolName: "Marsh Lane Primary School", organisation: "Kent County Council" };

describe("who sees what of a visit, in sentences", () => {
  it("says that the visit is known to the school, its reviewers and the round's officers", () => {
    expect(whoSeesVisit("visit", names)).toEqual([
      "The team of Marsh Lane Primary School: yes.",
      "Governors of the school: yes.",
      "The two reviewers of this visit: yes.",
      "Officers of Kent County Council: yes.",
      "Other schools: no.",
    ]);
  });

  it("says nothing of officers where a copy is read by the visit, as they read it without", () => {
    expect(whoSeesVisit("visit-copy", names)).toEqual([
      "The team of Marsh Lane Primary School: yes.",
      "The two reviewers of this visit: yes.",
      "Other schools: no.",
    ]);
  });

  it("keeps filed notes to the reviewers", () => {
    const sentences = whoSeesVisit("visit-notes", names);
    expect(sentences.filter((one) => !one.endsWith(": no."))).toEqual([
      "The two reviewers of this visit: notes once they are filed, views once both have given theirs.",
    ]);
  });
});

describe("who sees the record of a visit, in sentences", () => {
  const record = (over: Partial<Parameters<typeof whoSeesRecord>[0]>) =>
    whoSeesRecord(
      { state: "closed", ownershipRule: "themes", sharedWithGovernors: false, ...over },
      names,
    );

  it("is the same for a visit as it is loaded, with the school and reviewers it really has", () => {
    const loaded = {
      state: "with-school",
      ownershipRule: "themes",
      sharedWithGovernors: false,
      schoolId: "marsh-lane",
      questionnaireKey: "inclusion-toolkit",
      today: "2026-11-30",
      reviewers: [],
      round: { organisationId: "kent", sharedWith: [], open: true },
    } as const;
    expect(whoSeesRecord(loaded, names)).toEqual(record({ state: "with-school" }));
  });

  it("keeps what is being drafted to the reviewers, and says when each other sees it", () => {
    expect(record({ state: "drafted" })).toEqual([
      "The team of Marsh Lane Primary School: how far it is, and dates; once it is with the school, yes.",
      "Governors of the school: how far it is, and dates; once it is closed, yes.",
      "The two reviewers of this visit: yes.",
      "Officers of Kent County Council: how far it is, and dates; once it is closed, what works well, themes and help wanted.",
      "Other schools: no.",
    ]);
  });

  it("counts the school's team in once it is with the school, and governors where a head shares it", () => {
    for (const state of ["with-school", "agreed"] as const) {
      expect(record({ state })).toEqual([
        "The team of Marsh Lane Primary School: yes.",
        "Governors of the school: how far it is, and dates; once it is closed, yes.",
        "The two reviewers of this visit: yes.",
        "Officers of Kent County Council: how far it is, and dates; once it is closed, what works well, themes and help wanted.",
        "Other schools: no.",
      ]);
      expect(record({ state, sharedWithGovernors: true })).toContain(
        "Governors of the school: yes.",
      );
    }
  });

  it.each([
    ["themes", "what works well, themes and help wanted"],
    ["whole-record", "yes"],
    ["figures-only", "how far it is, and dates"],
  ] as const)(
    "tells officers of a closed one what the host accepted: %s",
    (ownershipRule, seen) => {
      for (const state of ["closed", "closed-with-both-views"] as const) {
        expect(record({ state, ownershipRule })).toEqual([
          "The team of Marsh Lane Primary School: yes.",
          "Governors of the school: yes.",
          "The two reviewers of this visit: yes.",
          `Officers of Kent County Council: ${seen}.`,
          "Other schools: no.",
        ]);
      }
    },
  );
});
