import type { LineProblem, ReadLine, Said } from "./read-line";
import { schoolOf } from "./read-line";
import type { LineKind } from "./import-states";
import { MAY_BE_NONE } from "./columns";
import {
  COMPARED_FIELDS,
  isClosed,
  isOpen,
  type FieldValue,
  type RegisterField,
  type RegisterSchool,
} from "./school-fields";

/** A school as it stands in the register. */
export type StoredSchool = RegisterSchool & {
  id: string;
  version: number;
  /** The organisation that imports covers it. */
  covered: boolean;
};

export type Change = { field: RegisterField; from: FieldValue; to: FieldValue };

/** What a line does: `stored` null where the school is new to the register. */
export type ComparedLine = {
  kind: LineKind;
  line: number;
  school: RegisterSchool;
  changes: Change[];
  stored: { id: string; version: number } | null;
};

export type IgnoredReason = "closed-before" | "not-open" | "said-before";
export type IgnoredLine = { line: number; urn: string; name: string; reason: IgnoredReason };

/** What came of lines, one by one; `problems` not empty: the file is refused. */
export type Comparison = {
  lines: number;
  unchanged: number;
  /** Lines of ours that do nothing. */
  ignored: IgnoredLine[];
  /** Schools of other authorities: how many, by the authority's name. */
  elsewhere: Map<string, number>;
  problems: LineProblem[];
};

type Known = {
  stored: ReadonlyMap<string, StoredSchool>;
  /** Authorities the organisation covers. */
  laCodes: ReadonlySet<string>;
};

/** What is gathered on the way. `waiting`: lines of which only the end of the file says what they do. */
type Gathered = {
  comparison: Comparison;
  keep: (one: ComparedLine) => void;
  waiting: ComparedLine[];
};

/**
 * Compares a file with the register line by line. Each line that does something is given to `keep` and let go of: a
 * national file of new schools would fill the memory otherwise. Those emptying a field come last, since a column that
 * is empty in every line says nothing. A line is ours where its school is covered or lies in a covered authority; what
 * stands wrong in other lines is nobody's trouble.
 */
export function startComparison(
  known: Known,
  keep: (one: ComparedLine) => void,
): {
  take: (line: ReadLine) => void;
  end: () => Comparison & { seen: ReadonlyMap<string, number> };
} {
  const comparison: Comparison = {
    lines: 0,
    unchanged: 0,
    ignored: [],
    elsewhere: new Map(),
    problems: [],
  };
  const gathered: Gathered = { comparison, keep, waiting: [] };
  const seen: Seen = new Map();
  const filled = new Set<RegisterField>();
  const take = (read: ReadLine): void => {
    comparison.lines += 1;
    noteFilled(filled, read.said);
    if (!isOurs(read.said, known)) countElsewhere(comparison, read.said);
    else if (read.problems.length > 0) comparison.problems.push(...read.problems);
    else if (!isSaidBefore(comparison, { read, seen })) compareOne(gathered, { read, known });
  };
  const end = () => {
    decideWaiting(gathered, filled);
    return { ...comparison, seen: new Map([...seen].map(([urn, { line }]) => [urn, line])) };
  };
  return { take, end };
}

const textOf = (value: FieldValue | undefined): string => String(value ?? "");

/** A line that names no authority may be anybody's. */
function isOurs({ urn, laCode }: Said, { stored, laCodes }: Known): boolean {
  if (laCode === undefined) return true;
  return laCodes.has(textOf(laCode)) || stored.get(textOf(urn))?.covered === true;
}

function countElsewhere({ elsewhere }: Comparison, { laCode, laName }: Said): void {
  const name = textOf(laName) || `authority ${textOf(laCode)}`;
  elsewhere.set(name, (elsewhere.get(name) ?? 0) + 1);
}

/** By URN: on which line a school stands, and what is said there. */
type Seen = Map<string, { line: number; said: string }>;

/** The same line once more does nothing; another line for the same school says who is right to nobody. */
function isSaidBefore(
  comparison: Comparison,
  { read, seen }: { read: ReadLine; seen: Seen },
): boolean {
  const urn = textOf(read.said.urn);
  const said = JSON.stringify(read.said);
  const before = seen.get(urn);
  if (before === undefined) {
    seen.set(urn, { line: read.line, said });
    return false;
  }
  if (before.said === said) {
    const name = textOf(read.said.name);
    comparison.ignored.push({ line: read.line, urn, name, reason: "said-before" });
  } else {
    const cell = `${urn}, as on line ${before.line}`;
    comparison.problems.push({ line: read.line, column: "URN", problem: "said-twice", cell });
  }
  return true;
}

type One = { read: ReadLine; known: Known };

function compareOne(gathered: Gathered, { read: { line, said }, known }: One): void {
  const urn = textOf(said.urn);
  const stored = known.stored.get(urn);
  if (stored === undefined || !stored.covered) {
    addOne(gathered, { line, said, stored });
    return;
  }
  const { school, changes } = changed(stored, said);
  if (changes.length === 0) {
    gathered.comparison.unchanged += 1;
    return;
  }
  const kind = isClosed(school) && !isClosed(stored) ? "closed" : "changed";
  const { id, version } = stored;
  keepOne(gathered, { kind, line, school, changes, stored: { id, version } });
}

type Adding = { line: number; said: Said; stored: StoredSchool | undefined };

function addOne(gathered: Gathered, { line, said, stored }: Adding): void {
  const fresh = schoolOf(said);
  if (!isOpen(fresh)) {
    const reason = isClosed(fresh) ? "closed-before" : "not-open";
    gathered.comparison.ignored.push({ line, urn: fresh.urn, name: fresh.name, reason });
    return;
  }
  // Another organisation may have it in the register already.
  const { school, changes } = stored ? changed(stored, said) : { school: fresh, changes: [] };
  const base = stored ? { id: stored.id, version: stored.version } : null;
  keepOne(gathered, { kind: "added", line, school, changes, stored: base });
}

const mayBeSilent = ({ field, to }: Change): boolean =>
  to === null && MAY_BE_NONE.some((one) => one === field);

function keepOne({ keep, waiting }: Gathered, one: ComparedLine): void {
  if (one.changes.some(mayBeSilent)) waiting.push(one);
  else keep(one);
}

/** The stored school with what a line says of it, and what differs. */
function changed(stored: StoredSchool, said: Said): { school: RegisterSchool; changes: Change[] } {
  const standing: Said = { urn: stored.urn };
  for (const field of COMPARED_FIELDS) standing[field] = stored[field];
  const school = schoolOf({ ...standing, ...said });
  const fields = COMPARED_FIELDS.filter((field) => !isSame(stored, school, field));
  const changes = fields.map((field) => ({ field, from: stored[field], to: school[field] }));
  return { school, changes };
}

/** All-through is spelled in three ways, of which one may be stored from an earlier file. */
function isSame(before: RegisterSchool, after: RegisterSchool, field: RegisterField): boolean {
  if (field !== "phaseName") return before[field] === after[field];
  return phaseKey(before.phaseName) === phaseKey(after.phaseName);
}

const phaseKey = (phase: string): string => phase.toLowerCase().replace(/[\s-]+/g, " ");

const noteFilled = (filled: Set<RegisterField>, said: Said): void => {
  for (const field of MAY_BE_NONE) if (textOf(said[field]) !== "") filled.add(field);
};

/** A column that is empty in every line says nothing, whatever an empty cell of it says elsewhere. */
function decideWaiting(
  { comparison, keep, waiting }: Gathered,
  filled: ReadonlySet<RegisterField>,
): void {
  for (const one of waiting) {
    const undone = one.changes.filter((each) => mayBeSilent(each) && !filled.has(each.field));
    const changes = one.changes.filter((change) => !undone.includes(change));
    if (changes.length === 0 && one.kind === "changed") {
      comparison.unchanged += 1;
    } else {
      const back = Object.fromEntries(undone.map(({ field, from }) => [field, from]));
      keep({ ...one, changes, school: { ...one.school, ...back } });
    }
  }
}
