import { ok, refused, type Result } from "~/domain/result";
import { asDay, asUrn } from "./read-cells";

/** A school that went before another: by conversion, merger or split. */
export type SchoolLink = { predecessorUrn: string; successorUrn: string; linkedOn: string | null };

export type IgnoredLinkReason = "unknown-school" | "other-kind";
/** A line of the links file that does nothing; `urn` is the one that nobody knows, where that is why. */
export type IgnoredLink = { line: number; urn: string; name: string; reason: IgnoredLinkReason };

export type LinkProblem = { line: number; column: string; problem: "urn" | "day"; cell: string };
export type LinksHeader = Record<"urn" | "linkUrn" | "name" | "kind" | "day", number>;

const HEADINGS = {
  urn: "URN",
  linkUrn: "LinkURN",
  name: "LinkName",
  kind: "LinkType",
  day: "LinkEstablishedDate",
} as const;

/** Finds the columns of a links file by name. Refused with the headings that are not there. */
export function readLinksHeader(cells: readonly string[]): Result<LinksHeader, string[]> {
  const plain = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, "")
      .trim()
      .toLowerCase(),
  );
  const at = (heading: string) => plain.indexOf(heading.toLowerCase());
  const missing = Object.values(HEADINGS).filter((heading) => at(heading) === -1);
  if (missing.length > 0) return refused([...missing]);
  const { urn, linkUrn, name, kind, day } = HEADINGS;
  return ok({ urn: at(urn), linkUrn: at(linkUrn), name: at(name), kind: at(kind), day: at(day) });
}

export type LinksComparison = {
  lines: number;
  links: SchoolLink[];
  /** Links that stand in the register already. */
  unchanged: number;
  ignored: IgnoredLink[];
  problems: LinkProblem[];
};

type Known = {
  /** URNs in the register or added by the same file. */
  urns: ReadonlySet<string>;
  /** URNs of schools the organisation covers, with those the file adds. */
  ours: ReadonlySet<string>;
  /** `linkKey` of those that stand. */
  standing: ReadonlySet<string>;
};

export const linkKey = (link: { predecessorUrn: string; successorUrn: string }): string =>
  `${link.predecessorUrn} ${link.successorUrn}`;

/** Compares a links file line by line: each link stands in it twice, once from either end. */
export function startLinks({ urns, ours, standing }: Known) {
  const comparison: LinksComparison = {
    lines: 0,
    links: [],
    unchanged: 0,
    ignored: [],
    problems: [],
  };
  const seen = new Set<string>();
  const take = (header: LinksHeader, cells: readonly string[], line: number): void => {
    comparison.lines += 1;
    const read = readLink(header, cells, line);
    if (read === null) return;
    if ("problem" in read) {
      comparison.problems.push(read);
      return;
    }
    if ("reason" in read) {
      if (ours.has(read.urn)) comparison.ignored.push(read);
      return;
    }
    const ends = [read.predecessorUrn, read.successorUrn];
    if (seen.has(linkKey(read)) || !ends.some((urn) => ours.has(urn))) return;
    seen.add(linkKey(read));
    const unknown = ends.find((urn) => !urns.has(urn));
    if (unknown !== undefined) {
      const name = nameOf(unknown, { header, cells });
      comparison.ignored.push({ line, urn: unknown, name, reason: "unknown-school" });
    } else if (standing.has(linkKey(read))) comparison.unchanged += 1;
    else comparison.links.push(read);
  };
  return { take, end: () => comparison };
}

/** The file names the school at the end of a link only; the other is known by it. */
function nameOf(
  urn: string,
  { header, cells }: { header: LinksHeader; cells: readonly string[] },
): string {
  const name = cells[header.name]?.trim() ?? "";
  return bare(cells[header.linkUrn]?.trim() ?? "") === urn ? name : `the school linked to ${name}`;
}

/** Null: the line is empty. A kind other than predecessor and successor, like a shared sixth form, is left out. */
function readLink(
  header: LinksHeader,
  cells: readonly string[],
  line: number,
): SchoolLink | IgnoredLink | LinkProblem | null {
  const cell = (name: keyof LinksHeader) => cells[header[name]]?.trim() ?? "";
  if (cells.every((one) => one.trim() === "")) return null;
  for (const name of ["urn", "linkUrn"] as const) {
    if (!asUrn(cell(name)).ok)
      return { line, column: HEADINGS[name], problem: "urn", cell: cell(name).slice(0, 40) };
  }
  const day = cell("day") === "" ? ok(null) : asDay(cell("day"));
  if (!day.ok)
    return { line, column: HEADINGS.day, problem: "day", cell: cell("day").slice(0, 40) };
  const linkedOn = typeof day.value === "string" ? day.value : null;
  const [urn, other] = [bare(cell("urn")), bare(cell("linkUrn"))];
  if (/^predecessor/i.test(cell("kind"))) {
    return { predecessorUrn: other, successorUrn: urn, linkedOn };
  }
  if (/^successor/i.test(cell("kind"))) {
    return { predecessorUrn: urn, successorUrn: other, linkedOn };
  }
  return { line, urn, name: `${cell("name")} (${cell("kind")})`, reason: "other-kind" };
}

const bare = (urn: string): string => urn.replace(/\.0+$/, "");
