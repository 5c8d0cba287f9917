import { describe, expect, it } from "vitest";
import { addKeptForm, fieldsToKeep, readKeptForms, textsOf, type KeptForm } from "~/auth/kept-form";

function aForm(overrides: Partial<KeptForm> = {}): KeptForm {
  return { path: "/p", page: "/p", fields: [["C2.commentary", "We plan together."]], ...overrides };
}

describe("what is kept of a form posted too late", () => {
  it.each(["password", "newPassword", "passphrase", "current", "new", "Password", "token"])(
    "never keeps a field named %s",
    (name) => {
      expect(fieldsToKeep([[name, "secret"]])).toEqual([]);
    },
  );

  it("keeps every other text in order, a repeated name too", () => {
    const fields: [string, string][] = [
      ["C2.commentary", "We plan together."],
      ["news", "kept"],
      ["section", "C"],
      ["section", "D"],
    ];
    expect(fieldsToKeep(fields)).toEqual(fields);
  });

  it("keeps no file", () => {
    expect(fieldsToKeep([["file", new File(["x"], "x.txt")]])).toEqual([]);
  });

  it("keeps forms of several pages side by side", () => {
    const other = aForm({ path: "/other" });
    const stored = addKeptForm(addKeptForm(null, aForm()), other);
    expect(readKeptForms(stored)).toEqual([aForm(), other]);
  });

  it("keeps a form sent twice once", () => {
    const stored = addKeptForm(addKeptForm(null, aForm()), aForm());
    expect(readKeptForms(stored)).toEqual([aForm()]);
  });

  it("keeps both texts where the same page was posted with different words", () => {
    const later = aForm({ fields: [["C2.commentary", "We plan and review together."]] });
    const stored = addKeptForm(addKeptForm(null, aForm()), later);
    expect(readKeptForms(stored)).toHaveLength(2);
  });

  it("lets the oldest go after twenty", () => {
    let stored: string | null = null;
    for (let n = 1; n <= 21; n += 1) stored = addKeptForm(stored, aForm({ path: `/p${n}` }));
    const paths = readKeptForms(stored).map((form) => form.path);
    expect(paths).toHaveLength(20);
    expect(paths[0]).toBe("/p2");
  });
});

describe("how kept text is shown", () => {
  it("names the box in words and leaves out what nobody typed", () => {
    const fields: KeptForm["fields"] = [
      ["C2.whereSeen", "Reception, mornings"],
      ["saveId", "0190"],
      ["intent", "save"],
      ["version", "4"],
      ["base", "2"],
      ["C2.base", "2"],
      ["C3.commentary", "  "],
    ];
    expect(textsOf(aForm({ fields }))).toEqual([
      { label: "C2 where seen", text: "Reception, mornings" },
    ]);
  });
});
