import { describe, expect, it } from "vitest";
import type { ReviewerForMatching, SchoolForMatching } from "~/domain/matching/facts";
import { namedPairs, notAvailable } from "~/domain/matching/named-pairs";
import {
  pairConflictWords,
  pairQuestionWords,
  pairReasonWords,
} from "~/domain/matching/pair-words";
import { pairConflictsOf } from "~/domain/matching/pair-rules";
import { aContext, aReviewer, aSchool } from "~tests/support/factories/matching";

const person = (userId: string, facts: Partial<ReviewerForMatching> = {}) =>
  aReviewer({ userId, ...facts });

const pairsFor = (
  reviewers: ReviewerForMatching[],
  {
    school,
    context = aContext(),
  }: { school?: Partial<SchoolForMatching>; context?: ReturnType<typeof aContext> } = {},
) => namedPairs({ school: aSchool(school), reviewers, context });

const namesOf = (pairs: ReturnType<typeof pairsFor>) =>
  pairs.map(({ reviewers }) => reviewers.map(({ name }) => name).join(" and "));

const tideway = { standing: "in-trust", name: "Tideway" } as const;

describe("pairs named for a school", () => {
  it("are three, best first, and not the same names again and again", () => {
    const people = ["ann", "ben", "cat", "dan", "eve"].map((id) => person(id));
    expect(namesOf(pairsFor(people))).toEqual(["ann and ben", "cat and dan", "ann and eve"]);
  });

  it("are fewer where there are no three", () => {
    expect(namesOf(pairsFor([person("ann"), person("ben")]))).toEqual(["ann and ben"]);
    expect(pairsFor([person("ann")])).toEqual([]);
  });

  it("never hold two of one school, also of a school elsewhere", () => {
    const elsewhere = { homeSchoolId: null, homeSchoolName: "Elm Park", homeAuthority: "Medway" };
    const two = [
      person("ann", elsewhere),
      person("ben", { ...elsewhere, homeSchoolName: "elm park" }),
    ];
    expect(pairsFor(two)).toEqual([]);
    const another = person("ben", { ...elsewhere, homeAuthority: "Bexley" });
    expect(namesOf(pairsFor([person("ann", elsewhere), another]))).toEqual(["ann and ben"]);
  });

  it("never are the pair of last time, but may be one of an earlier time", () => {
    const past = [
      { schoolId: "marsh-lane", userIds: ["ann", "ben"], roundId: "1", on: "2024-03-01" },
      { schoolId: "marsh-lane", userIds: ["cat", "ann"], roundId: "2", on: "2025-03-01" },
    ];
    const context = aContext({ past });
    const people = [person("ann"), person("ben"), person("cat")];
    expect(namesOf(pairsFor(people, { context }))).toEqual(["ann and ben", "ben and cat"]);
    const [conflict] = pairConflictsOf({
      first: person("ann"),
      second: person("cat"),
      school: aSchool(),
      context,
    });
    expect(conflict && pairConflictWords(conflict)).toBe(
      "The same two visited last time, on 1 March 2025",
    );
  });

  it("hold one at least who knows a phase of the school", () => {
    const people = [
      person("ann", { phases: ["S"] }),
      person("ben", { phases: ["S"] }),
      person("cat"),
    ];
    expect(namesOf(pairsFor(people))).toEqual(["ann and cat", "ben and cat"]);
  });

  it("would rather be near, of two trusts, with less done this year and one who may lead", () => {
    const near = { districts: ["Ashford"] };
    const far = { districts: ["Thanet"] };
    const byDistance = [person("ann", far), person("ben", near), person("cat", near)];
    expect(namesOf(pairsFor(byDistance))[0]).toBe("ben and cat");
    const byTrust = [
      person("ann", { trust: tideway }),
      person("ben", { trust: tideway }),
      person("cat"),
    ];
    expect(namesOf(pairsFor(byTrust))[0]).toBe("ann and cat");
    const byLoad = [person("ann", { visitsTaken: 1 }), person("ben"), person("cat")];
    expect(namesOf(pairsFor(byLoad))[0]).toBe("ben and cat");
    const byLead = [
      person("ann", { isLeadCapable: false }),
      person("ben", { isLeadCapable: false }),
      person("cat", { isLeadCapable: true }),
    ];
    expect(namesOf(pairsFor(byLead))[0]).toBe("cat and ann");
  });

  it("say what speaks for them and what to ask", () => {
    const ruth = person("Ruth", {
      phases: ["P"],
      districts: ["Ashford"],
      isLeadCapable: true,
      accreditedUntil: "2028-07-31",
    });
    const nadia = person("Nadia", {
      phases: ["EY"],
      trust: { standing: "not-recorded" },
      districts: ["Dover"],
      accreditedUntil: "2028-03-31",
    });
    const context = aContext({ neighbours: new Map([["Ashford", ["Dover"]]]) });
    const school = { trust: tideway, phases: ["EY", "P"] as const };
    const [pair] = pairsFor([nadia, ruth], { school, context });
    expect(pair?.reasons.map((one) => pairReasonWords(one, "the Inclusion Toolkit"))).toEqual([
      "Both know the Inclusion Toolkit, and between them every phase here: early years and primary",
      "Ruth: no shared trust, federation or governor",
      "Their schools and Marsh Lane do not visit each other this round",
      "Have not visited Marsh Lane before",
      "One visits this district, one the next",
      "Both accredited until 31 March 2028 or later",
      "Ruth may lead",
    ]);
    expect(pair?.questions.map(pairQuestionWords)).toEqual([
      "Nadia’s trust is not recorded. Ask before you choose",
    ]);
  });

  it("warn of two from one trust, and of two who may not lead", () => {
    const facts = { trust: tideway, isLeadCapable: false };
    const [pair] = pairsFor([person("ann", facts), person("ben", facts)]);
    expect(pair?.questions.map(pairQuestionWords)).toEqual([
      "Both work in the same trust, Tideway",
      "Neither may lead a visit: choose somebody who may in place of one",
    ]);
  });
});

describe("those who are not available", () => {
  it("are listed by name with every reason", () => {
    const people = [person("cat"), person("ben", { governorAt: ["marsh-lane"], visitsTaken: 2 })];
    const found = notAvailable({ school: aSchool(), reviewers: people, context: aContext() });
    expect(found.map(({ reviewer, conflicts }) => [reviewer.name, conflicts.length])).toEqual([
      ["ben", 2],
    ]);
  });
});
