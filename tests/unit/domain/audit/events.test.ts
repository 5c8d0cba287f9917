import { describe, expect, it } from "vitest";
import { AUDIT_EVENTS, eventsOf, eventWords } from "~/domain/audit/events";

const nameOf = (id: string) => (id === "tom" ? "Tom Okafor" : null);

describe("an entry of the record in words", () => {
  it.each([
    ["answer.saved", { key: "C2" }, "saved statement C2"],
    ["answer.saved", { key: "section:C" }, "saved the summary of section C"],
    ["answer.saved", { key: "field:roll" }, "saved a number or a name"],
    ["section.assigned", { section: "B", userId: "tom" }, "gave section B to Tom Okafor"],
    ["section.assigned", { section: "B", userId: "gone" }, "gave section B to a colleague"],
    ["section.assigned", { section: "B", userId: null }, "left section B with nobody"],
    ["action.moved", { state: "in-progress" }, "moved an action to “Started”"],
    ["grant.given", { role: "manager" }, "gave the role of manager"],
    ["response.sign", {}, "signed the self-review"],
  ])("%s %o", (event, data, words) => {
    expect(eventWords(event, data, nameOf)).toBe(words);
  });

  it("never shows a name that only a program reads", () => {
    expect(eventWords("nobody.knows", {}, nameOf)).not.toContain("nobody.knows");
  });
});

describe("events for managers", () => {
  it("leave out answers, sections and the action plan", () => {
    const events = eventsOf({ kind: null, forManagers: true });
    expect(events).toContain("response.sign");
    expect(events).toContain("grant.given");
    expect(events.filter((event) => /^(answer|section|action)\./.test(event))).toEqual([]);
    expect(events).not.toContain("response.private-started");
  });

  it("can be narrowed to a kind", () => {
    const events = eventsOf({ kind: "rounds", forManagers: true });
    expect(events).toContain("round.opened");
    expect(events).not.toContain("response.sign");
    expect(events.length).toBeLessThan(AUDIT_EVENTS.size);
  });
});
