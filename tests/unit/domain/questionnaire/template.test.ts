import { describe, expect, it } from "vitest";
import { parseTemplate, printTemplate } from "~/domain/questionnaire/template";
import { readTemplate, TEMPLATE_KEYS, templateText } from "./read-template";

const toolkit = templateText("inclusion-toolkit");
const problemsOf = (text: string) => {
  const parsed = parseTemplate(text);
  return parsed.ok ? [] : parsed.problem;
};

describe("a questionnaire file", () => {
  it.each(TEMPLATE_KEYS)("%s printed and read again is the same, as YAML and as JSON", (key) => {
    const definition = readTemplate(key);
    expect(parseTemplate(printTemplate(definition))).toEqual({ ok: true, value: definition });
    expect(parseTemplate(JSON.stringify(definition))).toEqual({ ok: true, value: definition });
  });

  it("with a statement's key used twice says where", () => {
    expect(problemsOf(toolkit.replace("- key: A2", "- key: A1"))).toEqual([
      {
        path: "sections[0].items[1].key",
        message: "The key A1 is used twice. Give each statement its own",
      },
    ]);
  });

  it("with a wrong word says which may stand there", () => {
    const [problem] = problemsOf(toolkit.replace("kind: should", "kind: ought"));
    expect(problem).toEqual({
      path: "sections[0].items[1].duties[0].kind",
      message: "Use one of: must, should, local",
    });
  });

  it("with a related mark of another form says so", () => {
    const [problem] = problemsOf(
      toolkit.replace("mainstream-core-standards/7.3", "core standards 7.3"),
    );
    expect(problem?.path).toBe("sections[0].items[1].related[0]");
  });

  it("with something left out says what is missing", () => {
    expect(problemsOf(toolkit.replace(/^title: .+\n/m, ""))).toEqual([
      { path: "title", message: "Add this: it is missing or empty. A string belongs here" },
    ]);
  });

  it("with an empty statement says that something belongs there", () => {
    expect(problemsOf(toolkit.replace(/statement: ".+"/, 'statement: ""'))).toEqual([
      { path: "sections[0].items[0].statement", message: "Write something here" },
    ]);
  });

  it("with a descriptor of a level that the scale has not says so", () => {
    const [problem] = problemsOf(toolkit.replace('          "4": ', '          "7": '));
    expect(problem).toEqual({
      path: "sections[0].items[0].descriptors",
      message: "The scale has no level 7",
    });
  });

  it("that is no YAML says on which line", () => {
    expect(problemsOf("schemaVersion: 1\nkey: [")[0]?.path).toMatch(/^line \d+$/);
    expect(problemsOf("schemaVersion: 1\nschemaVersion: 1")[0]?.path).toBe("line 2");
  });

  it("of a newer or no shape is not guessed at", () => {
    expect(problemsOf(toolkit.replace("schemaVersion: 1", "schemaVersion: 9"))[0]?.path).toBe(
      "schemaVersion",
    );
    expect(problemsOf("")[0]?.path).toBe("schemaVersion");
    expect(problemsOf("just words")[0]?.path).toBe("schemaVersion");
  });

  it("that could unfold without end is refused before it does", () => {
    const bomb = "schemaVersion: 1\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]";
    expect(problemsOf(bomb)).toEqual([
      { path: "line 3", message: "Write it out here: *a is not read" },
    ]);
  });

  it("with a word it does not know says so, rather than leaving it out", () => {
    const [problem] = problemsOf(toolkit.replace("        phases:", "        phase:"));
    expect(problem).toEqual({
      path: "sections[0].items[2]",
      message: "Take out what is not known here: phase",
    });
  });

  it("written out has no shortcuts either, however its parts are shared", () => {
    const definition = readTemplate("early-years");
    const shared = { ...definition, changeNotes: "Again." };
    const [first] = shared.sections;
    if (first === undefined) throw new Error("no section");
    const again = {
      ...first,
      key: "7",
      items: first.items.map((item, i) => ({ ...item, key: `EY7.${i}` })),
    };
    expect(
      parseTemplate(printTemplate({ ...shared, sections: [...shared.sections, again] })).ok,
    ).toBe(true);
  });
});
