import type { Host, Plan, Visitor } from "./board";

/** Each visit needs two reviewers. */
export const REVIEWERS_PER_VISIT = 2;

/**
 * The schools that can each have two reviewers at once, taken in order: a school is left out only where no
 * rearranging of the visits before it makes room. Counts places and phases, not who goes with whom. Augmenting
 * paths, because the library can only start anew for each school.
 */
export function servableHosts(hosts: readonly Host[]): Host[] {
  const seating: Seating = { plan: new Map(), hostsOf: new Map() };
  const visitors = new Set(hosts.flatMap((host) => [...host.candidates.keys()]));
  let free = [...visitors].reduce((total, { places }) => total + places, 0);
  const served: Host[] = [];
  for (const host of hosts) {
    if (free < REVIEWERS_PER_VISIT) break;
    seating.plan.set(host, []);
    if (seat(host, seating) && seat(host, seating)) {
      served.push(host);
      free -= REVIEWERS_PER_VISIT;
    } else {
      vacate(host, seating);
    }
  }
  return served;
}

type Seating = { plan: Plan; hostsOf: Map<Visitor, Set<Host>> };

/** What a search has looked at. Each school has two ways in: for those who know its phase, and for one who does not. */
type Search = { visitors: Set<Visitor>; known: Set<Host>; other: Set<Host> };

/** Finds one more reviewer for a school, moving others along a path where it must. */
function seat(host: Host, seating: Seating): boolean {
  const search = { visitors: new Set<Visitor>(), known: new Set<Host>(), other: new Set<Host>() };
  return fill(host, null, { seating, search });
}

type At = { seating: Seating; search: Search };

/** Puts somebody in the place of `leaving`, or in a place that is free. */
function fill(host: Host, leaving: Visitor | null, at: At): boolean {
  const { seating, search } = at;
  const all = replacements(host, leaving, at).filter((one) => !search.visitors.has(one));
  const found = all.find((one) => hasRoom(one, seating)) ?? all.find((one) => freeOne(one, at));
  if (found === undefined) return false;
  const { plan, hostsOf } = seating;
  plan.set(host, [...(plan.get(host) ?? []).filter((one) => one !== leaving), found]);
  hostsOf.set(found, (hostsOf.get(found) ?? new Set()).add(host));
  if (leaving !== null) hostsOf.get(leaving)?.delete(host);
  return true;
}

function hasRoom(visitor: Visitor, { hostsOf }: Seating): boolean {
  return (hostsOf.get(visitor)?.size ?? 0) < visitor.places;
}

/** Has another school find somebody else, so that this reviewer has a place again. */
function freeOne(visitor: Visitor, at: At): boolean {
  if (at.search.visitors.has(visitor)) return false;
  at.search.visitors.add(visitor);
  return [...(at.seating.hostsOf.get(visitor) ?? [])].some((host) => fill(host, visitor, at));
}

/** Who may take the place: at most one of two may not know the school's phase. No way in is tried twice. */
function replacements(host: Host, leaving: Visitor | null, { seating, search }: At): Visitor[] {
  const staying = (seating.plan.get(host) ?? []).filter((one) => one !== leaving);
  const knows = (one: Visitor) => host.candidates.get(one)?.knowsPhase === true;
  const comesIn = leaving === null || knows(leaving) ? search.known : search.other;
  if (comesIn.has(host)) return [];
  const takesKnown = !search.known.has(host);
  const takesOther = !search.other.has(host) && staying.every(knows);
  if (takesKnown) search.known.add(host);
  if (takesOther) search.other.add(host);
  return [...host.candidates.values()]
    .filter(({ knowsPhase }) => (knowsPhase ? takesKnown : takesOther))
    .map(({ visitor }) => visitor)
    .filter((visitor) => visitor !== leaving && !staying.includes(visitor));
}

function vacate(host: Host, { plan, hostsOf }: Seating): void {
  for (const visitor of plan.get(host) ?? []) hostsOf.get(visitor)?.delete(host);
  plan.delete(host);
}
