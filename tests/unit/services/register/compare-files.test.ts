import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ComparedLine } from "~/domain/register/compare";
import { run, type ToCompare } from "~/services/register/compare-files.worker";
import {
  aFile,
  aLine,
  aStoredSchool,
  HEADINGS,
  linksFile,
  written,
} from "~tests/support/files/register-files";

type Given = Partial<Omit<ToCompare, "schools" | "links" | "into">> & {
  schools?: string | Uint8Array;
  links?: string;
};

async function compare({ schools, links, ...over }: Given, into = written("")) {
  return run({
    ...{ laCodes: ["886"], stored: [], standing: [], ...over, into },
    schools: schools === undefined ? null : written(schools),
    links: links === undefined ? null : written(links),
  });
}

async function taken(given: Given) {
  const into = written("");
  const did = await compare(given, into);
  if (!did.ok) throw new Error(JSON.stringify(did.problem));
  const lines = readFileSync(into, "utf8").split("\n").filter(Boolean);
  const kept = lines.map((line) => JSON.parse(line) as ComparedLine);
  const compared = kept.sort((one, other) => one.line - other.line);
  return { ...did.value, comparison: { ...did.value.comparison, compared } };
}

/** The one school a file adds to an empty register. */
async function only(schools: string | Uint8Array) {
  const { comparison } = await taken({ schools });
  expect(comparison.compared.map(({ kind }) => kind)).toEqual(["added"]);
  return comparison.compared[0]?.school;
}

const named = { EstablishmentName: "St Mary’s – Öakfold, Kent" };
/** Latin letters and the marks that Windows-1252 has of its own. */
const inWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text, (letter) => WINDOWS[letter] ?? letter.charCodeAt(0)));
const WINDOWS: Record<string, number> = { "’": 0x92, "–": 0x96 };

describe("what a download does", () => {
  it.each<[string, string | Uint8Array]>([
    ["Windows-1252", inWindows1252(aFile(aLine(named)))],
    ["UTF-8", aFile(aLine(named))],
    ["UTF-8 with a byte-order mark", `\uFEFF${aFile(aLine(named))}`],
    ["bare line ends", aFile(aLine(named)).replaceAll("\r\n", "\n")],
    ["no line end after the last line", aFile(aLine(named)).trimEnd()],
    ["empty lines at the end", `${aFile(aLine(named))}\r\n\r\n`],
    ["semicolons", aFile(aLine(named)).replaceAll('","', '";"')],
  ])("is read in %s", async (_, file) => {
    expect(await only(file)).toMatchObject({ urn: "118254", name: named.EstablishmentName });
  });

  it.each([120, 133, 140])("is read by names of columns among %i, in any order", async (width) => {
    const more = Array.from({ length: width - HEADINGS.length }, (_, n) => `Column ${n} (code)`);
    const headings = [...more, ...HEADINGS.toReversed()];
    const file = [headings.join(","), aLine({}, headings)].join("\r\n");
    expect(await only(file)).toMatchObject({ name: "Oakfold Primary School", district: "Thanet" });
  });

  it.each([
    ["quoted", '"118254","886"'],
    ["bare", "118254,886"],
    ["spreadsheet", "118254.0,886.0"],
  ])("is read with %s numbers", async (_, start) => {
    expect(await only(aFile(aLine().replace('"118254","886"', start)))).toMatchObject({
      urn: "118254",
      laCode: "886",
    });
  });

  it("gets lost leading zeros back", async () => {
    expect(await only(aFile(aLine({ EstablishmentNumber: "88" })))).toMatchObject({
      establishmentNumber: "0088",
    });
    const { comparison } = await taken({
      schools: aFile(aLine({ "LA (code)": "6" })),
      laCodes: ["006"],
    });
    expect(comparison.compared).toHaveLength(1);
  });

  it.each([
    ["01-09-2014", "2014-09-01"],
    ["01/09/2014", "2014-09-01"],
    ["1/9/2014", "2014-09-01"],
    ["2014-09-01", "2014-09-01"],
    ["01-01-1900", null],
    ["", null],
  ])("has the opening day %s as %s", async (OpenDate, openedOn) => {
    expect(await only(aFile(aLine({ OpenDate })))).toMatchObject({ openedOn });
  });

  it("keeps a comma in a status and in a name", async () => {
    const status = "Open, but proposed to close";
    const line = aLine({ "EstablishmentStatus (name)": status, EstablishmentName: "Hope, The" });
    expect(await only(aFile(line))).toMatchObject({ status, name: "Hope, The" });
  });

  it.each(["All-through", "All through", "All Through"])("knows the phase %s", async (phase) => {
    const line = aLine({ "PhaseOfEducation (name)": phase });
    expect(await only(aFile(line))).toMatchObject({ phaseName: "All-through" });
    const stored = [aStoredSchool({ phaseName: "All through" })];
    expect((await taken({ schools: aFile(line), stored })).comparison.unchanged).toBe(1);
  });

  it.each(["Community special school", "Pupil referral unit"])(
    "keeps Not applicable, as a %s has it",
    async (type) => {
      const name = "TypeOfEstablishment (name)";
      const headings = [...HEADINGS, name];
      const cells = { "PhaseOfEducation (name)": "Not applicable", [name]: type };
      const file = [headings.join(","), aLine(cells, headings)].join("\r\n");
      expect(await only(file)).toMatchObject({ phaseName: "Not applicable", typeName: type });
    },
  );

  it("never takes a post town for the district", async () => {
    const headings = [...HEADINGS, "Town"];
    const cells = { Town: "Margate", "DistrictAdministrative (name)": "" };
    const file = [headings.join(","), aLine(cells, headings)].join("\r\n");
    expect(await only(file)).toMatchObject({ town: "Margate", district: null });
  });

  it("may lie in Kent and belong to another authority, which then has it", async () => {
    const bexley = aLine({ "LA (code)": "303", "LA (name)": "Bexley" });
    const { comparison } = await taken({ schools: aFile(bexley) });
    expect([...comparison.elsewhere]).toEqual([["Bexley", 1]]);
  });

  it("has lines with cells missing at the end, which then say nothing", async () => {
    const short = aLine().split(",").slice(0, 6).join(",");
    const stored = [aStoredSchool()];
    expect((await taken({ schools: aFile(short), stored })).comparison.unchanged).toBe(1);
    const { comparison } = await taken({ schools: aFile(`${aLine()},"",""`), stored });
    expect(comparison.unchanged).toBe(1);
  });

  it("has two schools of one name, told apart by URN", async () => {
    const { comparison } = await taken({ schools: aFile(aLine(), aLine({ URN: "118255" })) });
    expect(comparison.compared.map(({ school }) => school.urn)).toEqual(["118254", "118255"]);
  });

  it("may have a line twice; where the two differ, nobody knows which is right", async () => {
    const { comparison } = await taken({ schools: aFile(aLine(), aLine()) });
    expect(comparison.ignored).toEqual([
      { line: 3, urn: "118254", name: "Oakfold Primary School", reason: "said-before" },
    ]);
    const other = aLine({ EstablishmentName: "Another" });
    expect(await compare({ schools: aFile(aLine(), other) })).toMatchObject({
      problem: { kind: "lines", problems: [{ line: 3, column: "URN", problem: "said-twice" }] },
    });
  });

  it("never has a headteacher's name read", async () => {
    expect(JSON.stringify(await taken({ schools: aFile(aLine()) }))).not.toContain("Whitfield");
  });

  it("counts schools of other authorities by authority, whatever is wrong in their lines", async () => {
    const bexley = { "LA (code)": "303", "LA (name)": "Bexley", OpenDate: "never" };
    const { comparison } = await taken({
      schools: aFile(aLine({ ...bexley, URN: "100001" }), aLine({ ...bexley, URN: "100002" })),
    });
    expect([...comparison.elsewhere]).toEqual([["Bexley", 2]]);
    expect(comparison.compared).toEqual([]);
  });

  it("may move a school of ours to another authority", async () => {
    const schools = aFile(aLine({ "LA (code)": "303", "LA (name)": "Bexley" }));
    const { comparison } = await taken({ schools, stored: [aStoredSchool()] });
    expect(comparison.compared[0]?.changes.map(({ field }) => field)).toEqual(["laCode", "laName"]);
  });
});

describe("a comparison with the register", () => {
  it("finds what changed, field by field", async () => {
    const schools = aFile(aLine({ EstablishmentName: "Oakfold Academy" }));
    const { comparison } = await taken({ schools, stored: [aStoredSchool()] });
    expect(comparison.compared).toMatchObject([
      {
        kind: "changed",
        line: 2,
        changes: [{ field: "name", from: "Oakfold Primary School", to: "Oakfold Academy" }],
        stored: { id: "oakfold", version: 1 },
      },
    ]);
  });

  it("finds what closed", async () => {
    const closing = { "EstablishmentStatus (name)": "Closed", CloseDate: "31-08-2026" };
    const { comparison } = await taken({
      schools: aFile(aLine(closing)),
      stored: [aStoredSchool()],
    });
    expect(comparison.compared).toMatchObject([
      { kind: "closed", changes: [{ field: "status" }, { field: "closedOn", to: "2026-08-31" }] },
    ]);
  });

  it("leaves out, with the reason, schools that closed before and those not open yet", async () => {
    const status = (URN: string, word: string) =>
      aLine({ URN, "EstablishmentStatus (name)": word });
    const { comparison } = await taken({
      schools: aFile(status("118250", "Closed"), status("118251", "Proposed to open")),
    });
    expect(comparison.ignored.map(({ reason }) => reason)).toEqual(["closed-before", "not-open"]);
  });

  it("takes an empty cell as saying nothing, but a trust's in a filled column as none", async () => {
    const headings = [...HEADINGS, "Trusts (name)"];
    const file = (...lines: string[]) => [headings.join(","), ...lines].join("\r\n");
    const stored = [aStoredSchool({ trustName: "Samphire Trust", telephone: "01632 960001" })];
    const alone = file(aLine({ "DistrictAdministrative (name)": "" }, headings));
    expect((await taken({ schools: alone, stored })).comparison.unchanged).toBe(1);
    const other = aLine({ URN: "118255", "Trusts (name)": "Another Trust" }, headings);
    const { comparison } = await taken({ schools: file(aLine({}, headings), other), stored });
    expect(comparison.compared[0]?.changes).toEqual([
      { field: "trustName", from: "Samphire Trust", to: null },
    ]);
  });

  it("adds a school that another organisation brought into the register", async () => {
    const stored = [aStoredSchool({ covered: false, name: "Oakfold" })];
    const { comparison } = await taken({ schools: aFile(aLine()), stored });
    expect(comparison.compared).toMatchObject([
      { kind: "added", stored: { id: "oakfold" }, changes: [{ field: "name" }] },
    ]);
  });

  it("names open schools of which the file says nothing", async () => {
    const stored = [aStoredSchool(), aStoredSchool({ id: "gone", urn: "118299", name: "Gone" })];
    const { missing } = await taken({ schools: aFile(aLine()), stored });
    expect(missing).toEqual([{ urn: "118299", name: "Gone" }]);
  });
});

describe("a file that is refused", () => {
  it.each<[string, string, object]>([
    [
      "has a day that is none",
      aFile(aLine(), aLine({ URN: "118255", OpenDate: "31-02-2020" })),
      {
        kind: "lines",
        problems: [{ line: 3, column: "OpenDate", problem: "day", cell: "31-02-2020" }],
      },
    ],
    [
      "has no name for a school",
      aFile(aLine({ EstablishmentName: " " })),
      {
        kind: "lines",
        problems: [{ line: 2, column: "EstablishmentName", problem: "empty" }],
      },
    ],
    [
      "has something else for a URN",
      aFile(aLine({ URN: "Oakfold" })),
      {
        kind: "lines",
        problems: [{ line: 2, column: "URN", problem: "urn" }],
      },
    ],
    [
      "has a cell too many",
      aFile(`${aLine()},"Kent"`),
      {
        kind: "lines",
        problems: [
          { line: 2, column: `after column ${HEADINGS.length}`, problem: "too-many-cells" },
        ],
      },
    ],
    [
      "has an open quotation mark",
      aFile(aLine(), aLine({ URN: "118255" }).replace('"Thanet"', '"Thanet')),
      {
        kind: "unreadable",
        line: 3,
        column: HEADINGS[9],
      },
    ],
    ["has no line under its headings", aFile(), { kind: "empty" }],
    [
      "is no register",
      "name,email\r\nA,B\r\n",
      {
        kind: "columns",
        missing: ["URN", "LA (code)", "EstablishmentName", "EstablishmentStatus (name)"],
      },
    ],
  ])("%s", async (_, schools, problem) => {
    expect(await compare({ schools })).toMatchObject({ ok: false, problem });
  });
});

describe("a file of links", () => {
  const stored = [aStoredSchool(), aStoredSchool({ id: "new", urn: "150000" })];

  it("links two schools once, from whichever end it is told", async () => {
    const links = linksFile(
      '118254,150000,"Oakfold Academy","Successor","31-08-2026"',
      '"150000","118254","Oakfold Primary School","Predecessor - amalgamated","01-09-2026"',
    );
    expect((await taken({ links, stored })).links).toMatchObject({
      links: [{ predecessorUrn: "118254", successorUrn: "150000", linkedOn: "2026-08-31" }],
      ignored: [],
    });
  });

  it("links to a school that the same file adds", async () => {
    const given = { stored: [aStoredSchool()], schools: aFile(aLine({ URN: "150000" })) };
    const links = linksFile('118254,150000,"Oakfold Academy","Successor",""');
    expect((await taken({ ...given, links })).links.links).toHaveLength(1);
  });

  it("leaves out a link to a school nobody knows, a shared sixth form, and links of others", async () => {
    const links = linksFile(
      '118254,100999,"Old Oakfold","Predecessor","01-09-1999"',
      '118254,150000,"Oakfold","Sixth Form Centre Link",""',
      '100001,100002,"Elsewhere","Successor",""',
    );
    expect((await taken({ links, stored })).links).toMatchObject({
      links: [],
      ignored: [{ urn: "100999", reason: "unknown-school" }, { reason: "other-kind" }],
    });
  });

  it("names a school nobody knows by itself, or by the one it is linked to", async () => {
    const links = linksFile(
      '118254,100999,"Old Oakfold","Predecessor",""',
      '100998,118254,"Oakfold","Successor",""',
    );
    const { ignored } = (await taken({ links, stored })).links;
    expect(ignored.map(({ urn, name }) => [urn, name])).toEqual([
      ["100999", "Old Oakfold"],
      ["100998", "the school linked to Oakfold"],
    ]);
  });

  it.each([
    ["a chain", ["118254,150000", "150000,150001"]],
    ["a merger", ["118254,150000", "118255,150000"]],
    ["a split", ["118254,150000", "118254,150001"]],
  ])("tells of %s link by link", async (_, pairs) => {
    const urns = ["118254", "118255", "150000", "150001"];
    const known = urns.map((urn) => aStoredSchool({ id: urn, urn }));
    const links = linksFile(...pairs.map((pair) => `${pair},"Next","Successor","01-09-2026"`));
    const { links: compared } = await taken({ links, stored: known });
    const found = compared.links.map(
      ({ predecessorUrn, successorUrn }) => `${predecessorUrn},${successorUrn}`,
    );
    expect(found).toEqual(pairs);
  });

  it("has its name read as Windows-1252, and days with slashes", async () => {
    const text = linksFile('118254,150000,"St Édith’s","Successor","31/08/2026"');
    const compared = await run({
      ...{ laCodes: ["886"], stored, standing: [], schools: null, into: written("") },
      links: written(inWindows1252(text)),
    });
    expect(compared).toMatchObject({
      value: { links: { links: [{ linkedOn: "2026-08-31" }], problems: [] } },
    });
  });

  it("does nothing where the links stand already", async () => {
    const links = linksFile('118254,150000,"Oakfold Academy","Successor",""');
    const again = await taken({ links, stored, standing: ["118254 150000"] });
    expect(again.links).toMatchObject({ links: [], unchanged: 1 });
  });

  it("is refused with line and column", async () => {
    const links = linksFile('118254,Oakfold,"Oakfold Academy","Successor",""');
    expect(await compare({ links, stored })).toMatchObject({
      problem: { kind: "lines", of: "links", problems: [{ line: 2, column: "LinkURN" }] },
    });
  });
});

describe("the real schools of Kent", () => {
  it("are read whole: 675, none of them left out", async () => {
    const schools = "db/demo/data/kent-schools.csv";
    const nothing = { stored: [], standing: [], links: null };
    const read = await run({ laCodes: ["886"], ...nothing, schools, into: written("") });
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const { comparison, counts } = read.value;
    expect(counts).toEqual({ added: 675, changed: 0, closed: 0 });
    expect(comparison).toMatchObject({ lines: 675, ignored: [], problems: [] });
  });
});
