import { expect, it } from "vitest";
import { whoSeesCalls } from "~/domain/policy/who-sees-calls";

it("says as the policy answers that officers and managers alone read what a call was about", () => {
  expect(whoSeesCalls("Kent County Council")).toEqual([
    "Officers of Kent County Council: yes.",
    "Managers of Kent County Council: yes.",
    "Organisations the round is shared with: no.",
    "The school’s own people, on their pages: no.",
    "Reviewers: no.",
    "Other schools: no.",
    "The school sees in its record that a call was noted and by whom, not the line.",
    "Whoever asks under freedom of information, or about themselves, may be given the line.",
  ]);
});
