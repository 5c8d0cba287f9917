import { describe, expect, it } from "vitest";
import {
  judgeEntry,
  readAssuredOn,
  type EntryFacts,
  type TypedEntry,
} from "~/domain/reviewer/register-entry";
import { countsInYear, type AskedFor } from "~/domain/reviewer/visits-of-year";

const today = "2026-11-24";
const typed: TypedEntry = {
  post: "  head   teacher ",
  homeUrn: "118254",
  homeSchoolName: "",
  homeAuthority: "",
  trustStanding: "in-trust",
  trustName: "Tideway",
  federationName: "",
  phases: ["P", "nonsense"],
  questionnaireKeys: ["inclusion-toolkit", "another"],
  districts: ["Dover", "Nowhere"],
  accreditedUntil: "31 7 2028",
  visitsOffered: "",
  mayLead: "yes",
};
const facts: EntryFacts = {
  today,
  taken: 0,
  questionnaireKeys: ["inclusion-toolkit"],
  districts: ["Dover", "Thanet"],
  home: { id: "school", name: "Crockenhill", laName: "Kent" },
  heldUntil: null,
};

const fields = (over: Partial<TypedEntry>, given: Partial<EntryFacts> = {}) => {
  const judged = judgeEntry({ ...typed, ...over }, { ...facts, ...given });
  return judged.ok ? [] : judged.problem.map(({ field }) => field);
};

describe("an entry of the register", () => {
  it("takes what it knows and leaves the rest: the school by URN, what may be ticked, two visits", () => {
    expect(judgeEntry(typed, facts)).toEqual({
      ok: true,
      value: {
        post: "head teacher",
        homeSchoolId: "school",
        homeSchoolName: "Crockenhill",
        homeAuthority: "Kent",
        trustStanding: "in-trust",
        trustName: "Tideway",
        federationName: null,
        phases: ["P"],
        questionnaireKeys: ["inclusion-toolkit"],
        districts: ["Dover"],
        accreditedUntil: "2028-07-31",
        visitsOffered: 2,
        mayLead: true,
      },
    });
  });

  it("takes a school elsewhere by name and authority", () => {
    expect(fields({ homeUrn: "" })).toEqual(["homeSchoolName", "homeAuthority"]);
    const elsewhere = { homeUrn: "", homeSchoolName: "Gravelsea", homeAuthority: "Medway" };
    const judged = judgeEntry({ ...typed, ...elsewhere }, facts);
    expect(judged.ok && judged.value.homeSchoolId).toBeNull();
    expect(fields({}, { home: null })).toEqual(["homeUrn"]);
  });

  it("tells every problem at once", () => {
    const wrong = { post: "", trustStanding: "", phases: [], questionnaireKeys: [] };
    expect(fields({ ...wrong, accreditedUntil: "soon", visitsOffered: "99" })).toEqual([
      "post",
      "trustStanding",
      "phases",
      "questionnaireKeys",
      "accreditedUntil",
      "visitsOffered",
    ]);
    expect(fields({ trustName: "" })).toEqual(["trustName"]);
  });

  it("keeps a last day that is over, and takes no new one that is", () => {
    const over = { accreditedUntil: "31 10 2026" };
    expect(fields(over)).toEqual(["accreditedUntil"]);
    expect(fields(over, { heldUntil: "2026-10-31" })).toEqual([]);
  });

  it("never offers fewer visits than are agreed", () => {
    expect(fields({ visitsOffered: "1" }, { taken: 2 })).toEqual(["visitsOffered"]);
  });
});

describe("the day identity and DBS check were seen", () => {
  it("is today where nothing is typed, and never one to come", () => {
    expect(readAssuredOn(" ", today)).toEqual({ ok: true, value: today });
    expect(readAssuredOn("25 11 2026", today).ok).toBe(false);
    expect(readAssuredOn("soon", today).ok).toBe(false);
  });
});

describe("visits of a year", () => {
  const asked: AskedFor = {
    standing: "asked",
    state: "proposed",
    visitOn: null,
    createdAt: new Date("2026-11-24T10:00:00Z"),
  };

  it("are those asked for or agreed, in the academic year of their day, or else of the asking", () => {
    expect(countsInYear(asked, "2026-27")).toBe(true);
    expect(countsInYear({ ...asked, visitOn: "2027-09-14" }, "2026-27")).toBe(false);
    expect(countsInYear({ ...asked, standing: "declined" }, "2026-27")).toBe(false);
    expect(countsInYear({ ...asked, state: "cancelled" }, "2026-27")).toBe(false);
  });
});
