import { describe, expect, it } from "vitest";
import { copyAsHtml, copyAsJson } from "~/domain/personal-data/subject-access-files";
import { tellsAct, type PersonalData } from "~/domain/personal-data/subject-access";

const data: PersonalData = {
  madeAt: new Date("2026-07-01T11:30:00Z"),
  person: { name: "Łukasz <b>Nowak</b>", email: "lukasz@oakfold.example" },
  way: "own",
  sections: [
    {
      key: "sessions",
      title: "Browsers",
      columns: [
        ["device", "Browser"],
        ["at", "When"],
        ["known", "Known"],
      ],
      rows: [
        {
          device: `"><script>alert(1)</script>`,
          at: new Date("2026-07-01T09:00:00Z"),
          known: true,
        },
      ],
    },
    { key: "mails", title: "Mails", note: "None are kept.", columns: [["a", "A"]], rows: [] },
  ],
};

describe("the copy to read", () => {
  it("is one page with every section, in London times", () => {
    const html = copyAsHtml(data);
    expect(html).toContain('<h2 id="sessions">Browsers</h2>');
    expect(html).toContain("<td>1 July 2026, 10:00</td><td>Yes</td>");
    expect(html).toContain("Made on 1 July 2026, 12:30");
    expect(html).toContain("None are kept.</p><p>Nothing is held.</p>");
  });

  it("lets nothing that was typed become part of the page", () => {
    const html = copyAsHtml(data);
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<b>");
    expect(html).toContain("&lt;script&gt;");
  });

  it("loads nothing from anywhere", () => {
    expect(copyAsHtml(data)).not.toMatch(/https?:|src=|@import|url\(/);
  });
});

describe("the copy as data", () => {
  it("is JSON by section, in UTC", () => {
    expect(JSON.parse(copyAsJson(data))).toMatchObject({
      madeAt: "2026-07-01T11:30:00.000Z",
      person: { email: "lukasz@oakfold.example" },
      held: {
        sessions: { title: "Browsers", rows: [{ at: "2026-07-01T09:00:00.000Z", known: true }] },
        mails: { note: "None are kept.", rows: [] },
      },
    });
  });
});

describe("what a copy tells of an act", () => {
  const kent = "kent";
  const inSchool = { schoolId: "marsh-lane", organisationId: null };
  const inRound = { schoolId: "marsh-lane", organisationId: kent };
  const signIn = { schoolId: null, organisationId: null };

  it("is all of it for the person themselves", () => {
    const own = { way: "own", organisationId: null } as const;
    expect([inSchool, inRound, signIn].map((act) => tellsAct(act, own))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("is nothing of a school’s own pages where a manager hands it over", () => {
    const manager = { way: "manager", organisationId: kent } as const;
    const told = [inSchool, inRound, signIn].map((act) => tellsAct(act, manager));
    expect(told).toEqual([false, true, true]);
    expect(tellsAct({ ...inRound, organisationId: "nhs" }, manager)).toBe(false);
  });
});
