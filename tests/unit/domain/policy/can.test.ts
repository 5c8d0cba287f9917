import { describe, expect, it } from "vitest";
import { can, type Question } from "~/domain/policy/can";
import type { Verdict } from "~/domain/policy/verdict";
import { aGrant, anActor, aResponse, aSubmission, PEOPLE, ROUND, TODAY } from "./people";

function word(verdict: Verdict): string {
  if (verdict.allowed) return "yes";
  return verdict.hide ? "404" : "no";
}

const school = { today: TODAY, schoolId: "marsh-lane", coveredBy: ["kent", "nhs"] };
const line = {
  today: TODAY,
  schoolId: "marsh-lane",
  questionnaireKey: "inclusion-toolkit",
  round: ROUND,
};
const removal = { ...line, signed: false, readByOfficers: false };
const kent = { today: TODAY, organisationId: "kent" };
const toolkit = { ...kent, questionnaireKey: "inclusion-toolkit" };
const marshLane = { schoolId: "marsh-lane", coveredBy: ["kent", "nhs"] };
const colleague = { today: TODAY, userId: "colleague", servesOrganisation: false };
const subject = { ...kent, userId: "leaver", belongs: true, hasRole: false };
const waiting = aSubmission({ state: "awaiting-governor", responseState: "awaiting-governor" });

/** Read across: head, coordinator, contributor, governor, officer, manager, shared with, other officer, other head, reviewer, nobody. */
const rows: readonly (readonly [name: string, question: Question, expected: string])[] = [
  ["school pages", ["school.view", school], "yes yes yes yes no no no 404 404 404 404"],
  [
    "start a private one",
    ["school.start-private", school],
    "yes yes no no no no no 404 404 404 404",
  ],
  ["join a rolling round", ["school.join-round", school], "yes yes no no no no no 404 404 404 404"],
  [
    "take over from the school before",
    ["school.take-over", school],
    "yes yes no no no no no 404 404 404 404",
  ],
  ["who is on the team", ["team.view", school], "yes yes yes yes no no no 404 404 404 404"],
  ["invite, and change roles", ["team.manage", school], "yes yes no no no no no 404 404 404 404"],
  ["a head's role", ["team.change-head", school], "yes no no no no no no 404 404 404 404"],
  [
    "invite a head beside one",
    ["team.invite-head", { ...school, hasHead: true }],
    "yes no no no no no no 404 404 404 404",
  ],
  [
    "invite a head where there is none",
    ["team.invite-head", { ...school, hasHead: false }],
    "yes yes no no no no no 404 404 404 404",
  ],
  ["check access", ["team.check-access", school], "yes yes no no no no no 404 404 404 404"],
  ["first day", ["school.view-first-day", school], "yes yes yes no no no no 404 404 404 404"],
  ["audit entries", ["audit.view-school", school], "yes yes no no no no no 404 404 404 404"],
  [
    "signed copy",
    ["submission.view", aSubmission()],
    "yes yes yes yes yes yes yes 404 404 404 404",
  ],
  [
    "its PDF",
    ["submission.download", aSubmission()],
    "yes yes yes yes yes yes yes 404 404 404 404",
  ],
  [
    "awaiting the governor",
    ["submission.view", waiting],
    "yes yes yes yes no no no 404 404 404 404",
  ],
  [
    "set aside",
    ["submission.view", aSubmission({ state: "set-aside" })],
    "yes yes yes yes no no no 404 404 404 404",
  ],
  [
    "withdrawn copy",
    ["submission.view", aSubmission({ withdrawn: true })],
    "yes yes yes yes no no no 404 404 404 404",
  ],
  [
    "withdrawn school",
    ["submission.view", aSubmission({ responseState: "withdrawn" })],
    "yes yes yes yes no no no 404 404 404 404",
  ],
  [
    "private signed copy",
    ["submission.view", aSubmission({ round: null })],
    "yes yes yes 404 404 404 404 404 404 404 404",
  ],
  [
    "open as an officer",
    ["organisation.open-submission", aSubmission()],
    "no no no no yes yes yes 404 404 404 404",
  ],
  ["action plan", ["action.view", line], "yes yes yes yes no no no 404 404 404 404"],
  ["action titles", ["action.view-titles", line], "yes yes yes yes yes yes yes 404 404 404 404"],
  [
    "private action",
    ["action.view-titles", { ...line, round: null }],
    "yes yes yes yes 404 404 404 404 404 404 404",
  ],
  ["edit an action", ["action.edit", line], "yes yes yes no no no no 404 404 404 404"],
  [
    "remove details from an action",
    ["action.remove-details", line],
    "yes yes no no no no no 404 404 404 404",
  ],
  [
    "remove details from everything of the school",
    ["school.remove-details", school],
    "yes no no no no no no 404 404 404 404",
  ],
  [
    "remove details from a draft",
    ["response.remove-details", removal],
    "yes yes no no no no no 404 404 404 404",
  ],
  [
    "remove details from a signed self-review",
    ["response.remove-details", { ...removal, signed: true, readByOfficers: true }],
    "yes no no no no yes no 404 404 404 404",
  ],
  [
    "remove details while the governor is awaited",
    ["response.remove-details", { ...removal, signed: true }],
    "yes no no no no no no 404 404 404 404",
  ],
  [
    "remove details from a private one, signed or not",
    ["response.remove-details", { ...removal, round: null, signed: true }],
    "yes yes no 404 404 404 404 404 404 404 404",
  ],
  ["returns", ["organisation.view-returns", kent], "404 404 404 404 yes yes 404 404 404 404 404"],
  [
    "note a call, write to schools, name a list",
    ["organisation.chase", kent],
    "404 404 404 404 yes yes 404 404 404 404 404",
  ],
  [
    "cover for an officer’s own districts",
    ["organisation.set-cover", { ...kent, ownerId: "officer-kent" }],
    "404 404 404 404 yes yes 404 404 404 404 404",
  ],
  [
    "cover for another officer’s districts",
    ["organisation.set-cover", { ...kent, ownerId: "somebody" }],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
  [
    "correct or remove a call the officer noted",
    ["organisation.change-call", { ...kent, authorId: "officer-kent" }],
    "404 404 404 404 yes no 404 404 404 404 404",
  ],
  [
    "figures of visits",
    ["organisation.view-visit-figures", kent],
    "404 404 404 404 yes yes 404 404 404 404 404",
  ],
  ["manage a round", ["round.manage", kent], "404 404 404 404 no yes 404 404 404 404 404"],
  [
    "people of the organisation",
    ["organisation.manage-people", kent],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
  [
    "schools of the organisation",
    ["organisation.view-schools", kent],
    "404 404 404 404 yes yes 404 404 404 404 404",
  ],
  [
    "register of schools and its groups",
    ["organisation.manage-register", kent],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
  [
    "settings of the organisation",
    ["organisation.manage-settings", kent],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
  ["help available", ["support.edit", toolkit], "404 404 404 404 yes yes 404 404 404 404 404"],
  ["duties", ["duty.edit", toolkit], "404 404 404 404 no yes 404 404 404 404 404"],
  ["parked work", ["outbox.view-parked", kent], "404 404 404 404 no yes 404 404 404 404 404"],
  ["try again", ["outbox.retry", kent], "404 404 404 404 no yes 404 404 404 404 404"],
  [
    "organisation's record",
    ["audit.view-organisation", kent],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
  [
    "how long the organisation keeps things",
    ["organisation.manage-retention", kent],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
  [
    "how long the school keeps its own reviews",
    ["school.choose-retention", school],
    "yes no no no no no no 404 404 404 404",
  ],
  [
    "ask for a visit, and take the wish back",
    ["school.ask-for-visit", school],
    "yes yes no no no no no 404 404 404 404",
  ],
  [
    "what is held about oneself",
    ["person.read-own-data", { userId: "head-marsh-lane" }],
    "yes no no no no no no no no no no",
  ],
  [
    "erase oneself",
    ["person.erase-own-account", { userId: "head-marsh-lane" }],
    "yes no no no no no no no no no no",
  ],
  [
    "answer someone who asked in writing",
    ["subject.give-data", { ...subject, hasRole: true }],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
  [
    "answer someone who never belonged",
    ["subject.give-data", { ...subject, belongs: false }],
    "404 404 404 404 no 404 404 404 404 404 404",
  ],
  [
    "erase someone with no role left",
    ["subject.erase", subject],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
  [
    "erase someone with a role",
    ["subject.erase", { ...subject, hasRole: true }],
    "404 404 404 404 no no 404 404 404 404 404",
  ],
  [
    "own password",
    ["person.change-own-password", { userId: "head-marsh-lane" }],
    "yes no no no no no no no no no no",
  ],
  [
    "own name and address",
    ["person.change-own-account", { userId: "head-marsh-lane" }],
    "yes no no no no no no no no no no",
  ],
  [
    "lost factor, school",
    ["person.reset-second-factor", { ...colleague, place: marshLane }],
    "yes no no no no yes no 404 404 404 404",
  ],
  [
    "lost factor, officer seen from a school",
    ["person.reset-second-factor", { ...colleague, place: marshLane, servesOrganisation: true }],
    "no no no no no no no 404 404 404 404",
  ],
  [
    "lost factor, organisation",
    [
      "person.reset-second-factor",
      { ...colleague, place: { organisationId: "kent" }, servesOrganisation: true },
    ],
    "404 404 404 404 no yes 404 404 404 404 404",
  ],
  [
    "own lost factor",
    ["person.reset-second-factor", { ...colleague, place: marshLane, userId: "head-marsh-lane" }],
    "no no no no no yes no 404 404 404 404",
  ],
];

describe("who may", () => {
  it.each(rows)("%s", (_name, question, expected) => {
    const found = Object.values(PEOPLE).map((person) => word(can(person, ...question)));
    expect(found.join(" ")).toBe(expected);
  });
});

describe("a dated role", () => {
  const head = (from: string, to: string | null) =>
    anActor("head", aGrant("head", { schoolId: "marsh-lane", from, to }));

  it("counts on its first day and its last day, not before or after", () => {
    const on = (from: string, to: string | null) =>
      word(can(head(from, to), "response.view-draft", aResponse()));
    expect(on("2026-11-22", "2026-11-22")).toBe("yes");
    expect(on("2026-11-23", null)).toBe("404");
    expect(on("2026-09-01", "2026-11-21")).toBe("404");
  });
});

describe("a role for one questionnaire", () => {
  const lead = anActor(
    "lead",
    aGrant("contributor", { schoolId: "marsh-lane", questionnaireKey: "asthma-friendly" }),
  );
  const nurse = anActor(
    "nurse",
    aGrant("officer", { organisationId: "kent", questionnaireKey: "asthma-friendly" }),
  );
  const asthma = { questionnaireKey: "asthma-friendly" };

  it("opens that questionnaire and no other", () => {
    expect(word(can(lead, "response.answer", aResponse(asthma)))).toBe("yes");
    expect(word(can(lead, "response.answer", aResponse()))).toBe("404");
    expect(word(can(nurse, "submission.view", aSubmission(asthma)))).toBe("yes");
    expect(word(can(nurse, "submission.view", aSubmission()))).toBe("404");
  });

  it("opens the school's home, which lists what the role covers", () => {
    expect(word(can(lead, "school.view", school))).toBe("yes");
    expect(word(can(lead, "action.view", { ...line, questionnaireKey: null, round: null }))).toBe(
      "404",
    );
  });

  it("neither invites nor changes roles, as head, coordinator or manager", () => {
    const limited = (role: "head" | "coordinator") =>
      anActor(
        "limited",
        aGrant(role, { schoolId: "marsh-lane", questionnaireKey: "asthma-friendly" }),
      );
    expect(word(can(limited("coordinator"), "team.manage", school))).toBe("no");
    expect(word(can(limited("head"), "team.change-head", school))).toBe("no");
    const manager = anActor(
      "limited",
      aGrant("manager", { organisationId: "kent", questionnaireKey: "asthma-friendly" }),
    );
    expect(word(can(manager, "organisation.manage-people", kent))).toBe("no");
    expect(word(can(manager, "organisation.manage-settings", kent))).toBe("no");
    expect(word(can(manager, "organisation.manage-register", kent))).toBe("no");
  });

  it("does not open every audit entry of the school", () => {
    const coordinator = anActor(
      "coordinator",
      aGrant("coordinator", { schoolId: "marsh-lane", questionnaireKey: "asthma-friendly" }),
    );
    expect(word(can(coordinator, "audit.view-school", school))).toBe("no");
  });
});

describe("signatures", () => {
  const both = anActor(
    "both",
    aGrant("head", { schoolId: "marsh-lane" }),
    aGrant("governor", { schoolId: "marsh-lane" }),
  );

  it("are given by two people, though one may hold both roles", () => {
    const awaiting = { state: "awaiting-governor" as const };
    const own = can(both, "response.countersign", aResponse({ ...awaiting, signedBy: "both" }));
    expect(own).toEqual({ allowed: false, reason: "signed-by-the-same-person", hide: false });
    const other = can(both, "response.countersign", aResponse({ ...awaiting, signedBy: "else" }));
    expect(other.allowed).toBe(true);
  });

  it("cannot be taken back once an officer has opened the copy", () => {
    const opened = aResponse({ state: "submitted", openedByOfficer: true });
    expect(can(PEOPLE.head, "response.recall", opened)).toMatchObject({
      reason: "opened-by-officer",
    });
  });

  it("are refused to a coordinator with the reason", () => {
    const ready = aResponse({ state: "ready-to-sign" });
    const refusal = { allowed: false, reason: "needs-head", hide: false };
    expect(can(PEOPLE.coordinator, "response.sign", ready)).toEqual(refusal);
    expect(can(PEOPLE.contributor, "response.sign", ready)).toEqual(refusal);
  });

  it("are refused with the reason when the answers are not ready or already signed", () => {
    const reason = (state: "in-progress" | "submitted") =>
      can(PEOPLE.head, "response.sign", aResponse({ state }));
    expect(reason("in-progress")).toMatchObject({ reason: "not-ready-to-sign" });
    expect(reason("submitted")).toMatchObject({ reason: "already-signed" });
  });
});

describe("a round that opens later", () => {
  const before = aResponse({ state: "not-started", opensOn: "2099-01-05" });

  it("is read by the school, and not begun", () => {
    expect(can(PEOPLE.head, "response.view-draft", before).allowed).toBe(true);
    for (const action of [
      "response.answer",
      "response.confirm-applicability",
      "response.move-version",
      "response.assign",
      "response.mark-ready",
    ] as const) {
      const refusal = { allowed: false, reason: "round-not-open-yet", hide: false };
      expect(can(PEOPLE.head, action, before)).toEqual(refusal);
    }
  });

  it("is answered from its opening day on", () => {
    const onTheDay = { ...before, opensOn: before.today };
    expect(can(PEOPLE.contributor, "response.answer", onTheDay).allowed).toBe(true);
  });
});
