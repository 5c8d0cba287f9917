import { describe, expect, it } from "vitest";
import { addAction } from "~/services/actions/add-action.server";
import { giveCheckIns } from "~/services/actions/give-check-ins.server";
import { planAsCsv, planAsPdf } from "~/services/actions/plan-files.server";
import { aReviewingSchool, fields } from "./a-reviewing-school";

describe("a copy of the plan", () => {
  it("as CSV has every field in order, reviews among them, and takes no formula", async () => {
    const place = await aReviewingSchool({ actions: 0 });
    const { app, senco, governor, school } = place;
    const words = {
      title: "=HYPERLINK(1)",
      whereWeAre: "Three of eight",
      whereWeWant: "All",
      resourceOrHelp: "+1 day",
    };
    const input = { urn: school.urn, origin: null, fields: fields(words) };
    const outcome = await addAction(app, senco, input);
    if (outcome.kind !== "saved") throw new Error("expected the action to be added");
    const given = { actionId: outcome.id, line: "Half", seen: null, namesConfirmed: false };
    await giveCheckIns(app, senco, {
      urn: school.urn,
      answers: [{ ...given, answer: "on-the-way" }],
    });
    const { text, fileName } = await planAsCsv(app, governor, { urn: school.urn });
    expect(fileName).toBe(`action-plan-${school.urn}-2026-12-04.csv`);
    const [head = "", line = ""] = text.split("\r\n");
    expect(head).toBe(
      "\uFEFFFor,Where we are,Where we want to be,Action,Who leads,By,Resource or help,How we will know,Priority,Stands at,Progress,Reviews",
    );
    expect(line).toContain(
      ",Three of eight,All,'=HYPERLINK(1),SENCO,\"Term 4, 2026 to 2027\",'+1 day,",
    );
    expect(line).toContain("Started");
    expect(line).toContain("Term 2, 2026 to 2027: On the way, “Half”");
  });

  it("as PDF is made for those who read the plan, and for nobody else", async () => {
    const { app, governor, officer, outsider, school } = await aReviewingSchool({ actions: 2 });
    const { bytes, fileName } = await planAsPdf(app, governor, { urn: school.urn });
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
    expect(fileName).toBe(`action-plan-${school.urn}-2026-12-04.pdf`);
    for (const [who, code] of [
      [outsider, "not-found"],
      [officer, "not-found"],
    ] as const) {
      await expect(planAsPdf(app, who, { urn: school.urn })).rejects.toMatchObject({ code });
      await expect(planAsCsv(app, who, { urn: school.urn })).rejects.toMatchObject({ code });
    }
  });
});
