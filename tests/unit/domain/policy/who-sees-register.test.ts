import { describe, expect, it } from "vitest";
import { whoSeesMatching, whoSeesRegister } from "~/domain/policy/who-sees-register";

describe("who sees the register of reviewers", () => {
  it("is said as the policy answers: managers, and each reviewer their own entry", () => {
    expect(whoSeesRegister("Kent County Council")).toEqual([
      "The reviewer: all of their own entry.",
      "Managers of Kent County Council: yes.",
      "Officers of Kent County Council: no.",
      "Other reviewers: no.",
      "Schools that are visited: no.",
      "Other schools: no.",
      "Who is asked to visit a school is told to it and to the other reviewer, with post and home school.",
    ]);
  });
});

describe("who sees how visits are matched", () => {
  it("is said as the policy answers: managers alone", () => {
    const sentences = whoSeesMatching("Kent County Council");
    expect(sentences.filter((one) => one.endsWith(": yes."))).toEqual([
      "Managers of Kent County Council: yes.",
    ]);
    expect(sentences).toContain("Other reviewers: no.");
  });
});
