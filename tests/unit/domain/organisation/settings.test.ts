import { describe, expect, it } from "vitest";
import {
  changedFields,
  judgeSettings,
  typedOf,
  type OrganisationSettings,
  type TypedSettings,
} from "~/domain/organisation/settings";

const SETTINGS: OrganisationSettings = {
  name: "Wealdshire Council",
  shortName: "Wealdshire",
  contactName: "Inclusion team",
  contactEmail: "inclusion@wealdshire.example",
  telephone: null,
  contactOnSignIn: false,
  headDeclaration: null,
  governorDeclaration: null,
  trainingThreshold: 85,
  trainingGate: false,
  replyDays: null,
  ringAtMost: null,
};
const CONTACT = typedOf("contact", SETTINGS);
const FIGURES = typedOf("figures", SETTINGS);

describe("settings", () => {
  it("come back from their own form as they stand", () => {
    for (const group of ["contact", "declarations", "figures", "chasing"] as const) {
      const judged = judgeSettings(group, typedOf(group, SETTINGS));
      expect(judged.ok && changedFields(SETTINGS, judged.value)).toEqual([]);
    }
  });

  it("say which of them differ", () => {
    const judged = judgeSettings("contact", {
      ...CONTACT,
      name: " New  name ",
      telephone: "01632 960127",
    });
    expect(judged.ok && changedFields(SETTINGS, judged.value)).toEqual(["name", "telephone"]);
    expect(judged).toMatchObject({ value: { name: "New name" } });
  });

  it.each<[TypedSettings, field: string]>([
    [{ ...CONTACT, name: "" }, "name"],
    [{ ...CONTACT, name: "x".repeat(121) }, "name"],
    [{ ...CONTACT, name: "123" }, "name"],
    [{ ...CONTACT, shortName: "x".repeat(31) }, "shortName"],
    [{ ...CONTACT, contactName: " " }, "contactName"],
    [{ ...CONTACT, contactEmail: "inclusion" }, "contactEmail"],
    [{ ...CONTACT, telephone: "ring us" }, "telephone"],
    [{ ...CONTACT, telephone: "12345" }, "telephone"],
  ])("refuse %j at %s", (typed, field) => {
    expect(judgeSettings("contact", typed)).toMatchObject({ ok: false, problem: [{ field }] });
  });

  it.each(["01632 960127", "+44 (0)1632 960127", "01632-960-127", ""])(
    "take %j as a telephone number",
    (telephone) => {
      expect(judgeSettings("contact", { ...CONTACT, telephone }).ok).toBe(true);
    },
  );

  it.each<[TypedSettings, object]>([
    [{ ...FIGURES, trainingThreshold: "90 %" }, { trainingThreshold: 90 }],
    [{ ...FIGURES, trainingThreshold: "" }, { trainingThreshold: null }],
    [
      { ...FIGURES, trainingGate: "yes" },
      { trainingGate: true, trainingThreshold: 85 },
    ],
    [{ ...FIGURES, replyDays: "15" }, { replyDays: 15 }],
  ])("read the figures %j", (typed, expected) => {
    expect(judgeSettings("figures", typed)).toMatchObject({ ok: true, value: expected });
  });

  it.each<[TypedSettings, field: string]>([
    [{ ...FIGURES, trainingThreshold: "0" }, "trainingThreshold"],
    [{ ...FIGURES, trainingThreshold: "101" }, "trainingThreshold"],
    [{ ...FIGURES, trainingThreshold: "8.5" }, "trainingThreshold"],
    [{ ...FIGURES, trainingThreshold: "-85" }, "trainingThreshold"],
    [{ ...FIGURES, trainingThreshold: "", trainingGate: "yes" }, "trainingThreshold"],
    [{ ...FIGURES, replyDays: "61" }, "replyDays"],
    [{ ...FIGURES, replyDays: "soon" }, "replyDays"],
  ])("refuse the figures %j at %s", (typed, field) => {
    expect(judgeSettings("figures", typed)).toMatchObject({ ok: false, problem: [{ field }] });
  });

  it("take how many schools to ring, from 1 to 50, or nothing", () => {
    const judged = (ringAtMost: string) => judgeSettings("chasing", { ringAtMost });
    expect(judged("12")).toMatchObject({ ok: true, value: { ringAtMost: 12 } });
    expect(judged("")).toMatchObject({ ok: true, value: { ringAtMost: null } });
    for (const typed of ["0", "51", "many"]) {
      expect(judged(typed)).toMatchObject({ ok: false, problem: [{ field: "ringAtMost" }] });
    }
  });

  it("take a declaration of one paragraph, or none of their own", () => {
    const typed = {
      headDeclaration: "I have read this\n\nand stand by it.",
      governorDeclaration: " ",
    };
    expect(judgeSettings("declarations", typed)).toEqual({
      ok: true,
      value: { headDeclaration: "I have read this and stand by it.", governorDeclaration: null },
    });
    for (const headDeclaration of ["Too short", "x".repeat(601)]) {
      const judged = judgeSettings("declarations", { headDeclaration });
      expect(judged).toMatchObject({ ok: false, problem: [{ field: "headDeclaration" }] });
    }
  });
});
