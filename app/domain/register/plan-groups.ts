import { GROUP_KINDS, type GroupKind } from "./group-kinds";

/** One line of a file of groups: a school in a group, or a group without schools. `line`: as an editor counts. */
export type GroupLine = { line: number; kind: string; group: string; urn: string };

/** A group as it stands: schools, by URN, put in by hand, and those that a district or trust brings. */
export type StandingGroup = {
  id: string;
  kind: GroupKind;
  name: string;
  version: number;
  byHand: ReadonlySet<string>;
  byRule: ReadonlySet<string>;
};

/** What becomes of one group. `urns`: the schools put in by hand afterwards. */
export type GroupPlan = {
  kind: GroupKind;
  name: string;
  /** Null: it is new. */
  standing: { id: string; version: number } | null;
  urns: string[];
  put: string[];
  out: string[];
};
export type GroupLineProblem = { line: number; message: string };

type Ground = { covered: ReadonlySet<string>; standing: readonly StandingGroup[] };

const NAME_MAX = 80;

/**
 * What a file of groups does: each group that it names holds, by hand, the schools of its lines and no others. Schools
 * that a district or trust brings are left to it, and groups that the file does not name stay as they are.
 */
export function planGroups(
  lines: readonly GroupLine[],
  { covered, standing }: Ground,
): { plans: GroupPlan[]; problems: GroupLineProblem[] } {
  const problems = lines.flatMap((line) => problemOf(line, covered) ?? []);
  const named = new Map<string, { kind: GroupKind; name: string; urns: Set<string> }>();
  for (const line of lines) {
    const kind = kindOf(line);
    if (kind === undefined || problemOf(line, covered) !== null) continue;
    const name = nameOf(line);
    const group = named.get(`${kind} ${name}`) ?? { kind, name, urns: new Set<string>() };
    if (line.urn !== "") group.urns.add(line.urn);
    named.set(`${kind} ${name}`, group);
  }
  return { plans: [...named.values()].map((group) => planOf(group, standing)), problems };
}

const nameOf = ({ group }: GroupLine): string => group.normalize("NFC").replace(/\s+/g, " ").trim();

const kindOf = ({ kind }: GroupLine): GroupKind | undefined =>
  GROUP_KINDS.find((one) => one === kind.trim().toLowerCase());

function problemOf(line: GroupLine, covered: ReadonlySet<string>): GroupLineProblem | null {
  const told = (message: string) => ({ line: line.line, message });
  if (kindOf(line) === undefined) return told(`kind is not one of ${GROUP_KINDS.join(", ")}`);
  const name = nameOf(line);
  if (name === "") return told("the group has no name");
  if (name.length > NAME_MAX) return told(`the name is longer than ${NAME_MAX} letters`);
  if (line.urn !== "" && !covered.has(line.urn)) {
    return told(`${line.urn.slice(0, 20)} is no URN of a school you cover`);
  }
  return null;
}

function planOf(
  { kind, name, urns }: { kind: GroupKind; name: string; urns: ReadonlySet<string> },
  standing: readonly StandingGroup[],
): GroupPlan {
  const found = standing.find((one) => one.kind === kind && one.name === name);
  const byHand = found?.byHand ?? new Set<string>();
  const wanted = [...urns].filter((urn) => byHand.has(urn) || found?.byRule.has(urn) !== true);
  return {
    kind,
    name,
    standing: found === undefined ? null : { id: found.id, version: found.version },
    urns: wanted.sort(),
    put: wanted.filter((urn) => !byHand.has(urn)).sort(),
    out: [...byHand].filter((urn) => !urns.has(urn)).sort(),
  };
}

/** Whether a plan leaves its group as it is. */
export const changesNothing = ({ standing, put, out }: GroupPlan): boolean =>
  standing !== null && put.length === 0 && out.length === 0;
