import { describe, expect, it } from "vitest";
import { whoSeesVisit } from "~/domain/policy/who-sees-visit";

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

  it("tells officers of a record only as the school accepted, and of a draft only that there is one", () => {
    expect(whoSeesVisit("visit-record", names)).toContain(
      "Officers of Kent County Council: what works well, themes and help wanted, or as the school accepted.",
    );
    expect(whoSeesVisit("visit-record-draft", names)).toContain(
      "Officers of Kent County Council: that it is being written, and dates.",
    );
  });
});
