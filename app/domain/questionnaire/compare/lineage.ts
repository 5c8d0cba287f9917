import type { Definition } from "~/domain/questionnaire/definition";
import { statementsOf } from "~/domain/questionnaire/definition-lookup";

/** Statements of two versions that belong together, by key, in the order of their questionnaires. */
export type Lineage = { from: string[]; to: string[] };

/**
 * Which statements of the new version follow which of the old. A statement follows the one with its own key and those it
 * says it `replaces`; statements that share a forerunner or a follower belong together. One to many: split; many to one:
 * merged; one to none: removed; none to one: added. Every key of both versions is in exactly one lineage.
 */
export function lineagesOf(old: Definition, now: Definition): Lineage[] {
  const oldKeys = statementsOf(old).map(({ key }) => key);
  const known = new Set(oldKeys);
  const forerunners = new Map(
    statementsOf(now).map(({ key, replaces }) => {
      const named = [key, ...(replaces ?? [])].filter((one) => known.has(one));
      return [key, new Set(named)] as const;
    }),
  );
  const followers = followersOf(forerunners);
  const seen = new Set<string>();
  const lineages = [...forerunners.keys()].flatMap((key) => {
    if (seen.has(key)) return [];
    const together = gather(key, { forerunners, followers });
    for (const one of together.to) seen.add(one);
    const from = oldKeys.filter((one) => together.from.has(one));
    return [{ from, to: [...forerunners.keys()].filter((one) => together.to.has(one)) }];
  });
  const removed = oldKeys.filter((key) => !followers.has(key));
  return [...lineages, ...removed.map((key) => ({ from: [key], to: [] }))];
}

type Links = ReadonlyMap<string, ReadonlySet<string>>;

function followersOf(forerunners: Links): Map<string, Set<string>> {
  const followers = new Map<string, Set<string>>();
  for (const [key, named] of forerunners)
    for (const one of named) followers.set(one, (followers.get(one) ?? new Set()).add(key));
  return followers;
}

/** All that hang together with a new statement, by following links both ways. */
function gather(start: string, links: { forerunners: Links; followers: Links }) {
  const [from, to] = [new Set<string>(), new Set([start])];
  for (const key of to)
    for (const one of links.forerunners.get(key) ?? []) {
      from.add(one);
      for (const other of links.followers.get(one) ?? []) to.add(other);
    }
  return { from, to };
}
