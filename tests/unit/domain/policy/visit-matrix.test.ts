import { describe, expect, it } from "vitest";
import { VISIT_ACTIONS, type VisitAction } from "~/domain/policy/actions";
import { can } from "~/domain/policy/can";
import type { VisitFacts } from "~/domain/policy/facts";
import { VISIT_STATES, type VisitState } from "~/domain/visit/states";
import { aGrant, anActor, PEOPLE, ROUND, TODAY } from "./people";

const reviewer = (userId: string) =>
  anActor(userId, aGrant("reviewer", { organisationId: "kent" }));

const AT_THE_VISIT = {
  head: PEOPLE.head,
  coordinator: PEOPLE.coordinator,
  contributor: PEOPLE.contributor,
  governor: PEOPLE.governor,
  lead: reviewer("lead"),
  second: reviewer("second"),
  officer: PEOPLE.officer,
  manager: PEOPLE.manager,
} as const;
type Person = keyof typeof AT_THE_VISIT;

const OUTSIDE = {
  "an officer it is shared with": PEOPLE.shared,
  "an officer of another organisation": PEOPLE.otherOfficer,
  "the head of another school": PEOPLE.otherHead,
  "a reviewer of another visit": PEOPLE.reviewer,
  nobody: PEOPLE.nobody,
} as const;

function aVisit(facts: Partial<VisitFacts> = {}): VisitFacts {
  return {
    today: TODAY,
    schoolId: "marsh-lane",
    questionnaireKey: "inclusion-toolkit",
    round: ROUND,
    state: "planned",
    reviewers: [
      { userId: "lead", part: "lead", standing: "accepted" },
      { userId: "second", part: "second", standing: "accepted" },
    ],
    copyOpensOn: TODAY,
    ownershipRule: "themes",
    viewsFirst: true,
    viewsGivenBy: ["lead", "second"],
    sharedWithGovernors: false,
    ...facts,
  };
}

type When = "always" | readonly VisitState[];
const BEFORE_CLOSING = VISIT_STATES.filter(
  (state) => !["closed", "closed-with-both-views", "cancelled"].includes(state),
);
const BEFORE_THE_DAY: When = ["proposed", "accepted", "dated", "planned"];
const NOTES: When = ["planned", "visited", "drafted"];
const VIEWS: When = ["planned", "visited"];
const WRITING: When = ["visited", "drafted", "with-school"];
const CLOSED: When = ["closed", "closed-with-both-views"];
const WITH_SCHOOL: When = ["with-school", "agreed", ...CLOSED];
const everybody = Object.fromEntries(
  Object.keys(AT_THE_VISIT).map((person) => [person, "always"]),
) as Record<Person, When>;

/** By hand from design.md section 3. Somebody who is not named may not, whatever the state. */
const matrix: Record<VisitAction, Partial<Record<Person, When>>> = {
  "visit.view": everybody,
  "visit.manage": { manager: "always" },
  "visit.accept-as-host": { head: "always" },
  "visit.accept-as-reviewer": {},
  "visit.step-back": { lead: BEFORE_THE_DAY, second: BEFORE_THE_DAY },
  "visit.agree-day": {
    head: "always",
    coordinator: "always",
    lead: "always",
    second: "always",
  },
  "visit.postpone": { head: "always", coordinator: "always", lead: "always", second: "always" },
  "visit.cancel": { head: "always", manager: "always" },
  "visit.plan": { head: "always", coordinator: "always" },
  "visit.edit-day": { head: "always", coordinator: "always", lead: "always", second: "always" },
  "visit.read-copy": {
    head: "always",
    coordinator: "always",
    contributor: "always",
    lead: BEFORE_CLOSING,
    second: BEFORE_CLOSING,
  },
  "visit.note": { lead: NOTES, second: NOTES },
  "visit.file": { lead: NOTES, second: NOTES },
  "visit.give-view": { lead: VIEWS, second: VIEWS },
  "visit.see-views": { lead: "always", second: "always" },
  "visit.combine": { lead: VIEWS, second: VIEWS },
  "visit.write-record": { lead: WRITING, second: WRITING },
  "visit.send-record": { lead: "always" },
  "visit.read-record": {
    head: WITH_SCHOOL,
    coordinator: WITH_SCHOOL,
    contributor: WITH_SCHOOL,
    governor: CLOSED,
    lead: "always",
    second: "always",
  },
  "visit.read-themes": {
    head: WITH_SCHOOL,
    coordinator: WITH_SCHOOL,
    contributor: WITH_SCHOOL,
    governor: CLOSED,
    lead: "always",
    second: "always",
    officer: CLOSED,
    manager: CLOSED,
  },
  "visit.answer-record": { head: "always", coordinator: "always" },
  "visit.share-with-governors": { head: "always" },
  "visit.agree-record": { head: "always" },
  "visit.sign": { head: "always", lead: "always", second: "always" },
  "visit.close-with-both-views": { head: "always", lead: "always" },
  "visit.follow-up": { head: "always", coordinator: "always" },
  "visit.remove-details": { head: "always", manager: "always" },
};

const isAllowed = (when: When | undefined, state: VisitState): boolean =>
  when === "always" || (when?.includes(state) ?? false);

describe.each(VISIT_ACTIONS)("%s", (action) => {
  it.each(Object.keys(AT_THE_VISIT) as Person[])("by the %s, in every state", (person) => {
    const said = VISIT_STATES.filter(
      (state) => can(AT_THE_VISIT[person], action, aVisit({ state })).allowed,
    );
    expect(said).toEqual(VISIT_STATES.filter((state) => isAllowed(matrix[action][person], state)));
  });

  it.each(Object.entries(OUTSIDE))("is hidden from %s, in every state", (_, actor) => {
    for (const state of VISIT_STATES) {
      const verdict = can(actor, action, aVisit({ state, ownershipRule: "whole-record" }));
      expect(verdict).toMatchObject({ allowed: false, hide: true });
    }
  });
});

const word = (actor: (typeof AT_THE_VISIT)[Person], action: VisitAction, facts: VisitFacts) => {
  const verdict = can(actor, action, facts);
  return verdict.allowed ? "yes" : verdict.reason;
};

describe("the signed copy under visit", () => {
  it("opens to the reviewers on its day, not before, and never to one who only was asked", () => {
    const { lead, second } = AT_THE_VISIT;
    expect(word(lead, "visit.read-copy", aVisit({ copyOpensOn: "2026-11-23" }))).toBe(
      "copy-not-open-yet",
    );
    expect(word(lead, "visit.read-copy", aVisit({ copyOpensOn: null }))).toBe("copy-not-open-yet");
    expect(word(lead, "visit.read-copy", aVisit())).toBe("yes");
    const asked = aVisit({ reviewers: [{ userId: "second", part: "second", standing: "asked" }] });
    expect(word(second, "visit.read-copy", asked)).toBe("assigned-reviewers-only");
    expect(word(second, "visit.accept-as-reviewer", asked)).toBe("yes");
  });
});

describe("each reviewer's view", () => {
  it("is the reviewer's own until both are given, where the round asks", () => {
    const { lead, second } = AT_THE_VISIT;
    const one = aVisit({ viewsGivenBy: ["lead"] });
    expect(word(lead, "visit.see-views", one)).toBe("other-view-awaited");
    expect(word(second, "visit.see-views", one)).toBe("your-view-first");
    expect(word(second, "visit.see-views", aVisit({ viewsGivenBy: [], viewsFirst: false }))).toBe(
      "yes",
    );
  });
});

describe("a closed record outside the school", () => {
  const { officer, manager, governor } = AT_THE_VISIT;
  const closed = (facts: Partial<VisitFacts>) => aVisit({ state: "closed", ...facts });

  it("is read by officers as the rule says that the host accepted", () => {
    for (const person of [officer, manager]) {
      const whole = closed({ ownershipRule: "whole-record" });
      expect(word(person, "visit.read-record", whole)).toBe("yes");
      expect(word(person, "visit.read-themes", whole)).toBe("yes");
      const figures = closed({ ownershipRule: "figures-only" });
      expect(word(person, "visit.read-record", figures)).toBe("school-owns-record");
      expect(word(person, "visit.read-themes", figures)).toBe("school-owns-record");
    }
  });

  it("is read by governors earlier only when the head shares it", () => {
    const state = "with-school";
    expect(word(governor, "visit.read-record", aVisit({ state }))).toBe("record-being-written");
    const shared = aVisit({ state, sharedWithGovernors: true });
    expect(word(governor, "visit.read-record", shared)).toBe("yes");
    const drafted = aVisit({ state: "drafted", sharedWithGovernors: true });
    expect(word(governor, "visit.read-record", drafted)).toBe("record-being-written");
  });
});

describe("a reviewer whose accreditation has lapsed", () => {
  const lapsed = anActor("lead", aGrant("reviewer", { organisationId: "kent", to: "2026-11-21" }));

  it("is a stranger to a visit that has not taken place", () => {
    expect(can(lapsed, "visit.view", aVisit({ state: "planned" }))).toMatchObject({ hide: true });
  });

  it("finishes one that has", () => {
    expect(can(lapsed, "visit.write-record", aVisit({ state: "visited" })).allowed).toBe(true);
  });
});

describe("a coordinator of another questionnaire only", () => {
  it("does not know of the visit", () => {
    const asthma = anActor(
      "asthma",
      aGrant("coordinator", { schoolId: "marsh-lane", questionnaireKey: "asthma-friendly" }),
    );
    expect(can(asthma, "visit.view", aVisit())).toMatchObject({ hide: true });
  });
});
