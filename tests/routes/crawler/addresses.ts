import {
  REVIEWS,
  SCHOOLS,
  type CrawledSchool,
  type CrawlWorld,
  type SchoolKey,
} from "./crawl-world";
import { VISIT_KINDS } from "./crawl-visit";
import type { Target } from "./standing";

/**
 * An address to ask for, and what it leads to. `twin`: the same with an object that never was; `farTwin`: in a
 * school that never was either, for those who may not know of the school.
 */
export type Address = { path: string; twin: string; farTwin?: string; target: Target };

/** Of the shape of ours, and of nothing. */
const NEVER = {
  urn: "999999",
  id: "01900000-0000-7000-8000-eeeeeeeeeeee",
  organisation: "nowhere",
} as const;

const ORGANISATIONS = ["wealdshire", "nhs-weald", "northmoor"] as const;
const FIXED: Record<string, string> = {
  group: "contact",
  section: "A",
  number: "1",
  paper: "letter",
};

/** Whose address, whose object in it. */
const PAIRS = [
  ["own", "own"],
  ["own", "sister"],
  ["own", "foreign"],
  ["sister", "sister"],
  ["foreign", "foreign"],
  ["foreign", "own"],
] as const satisfies readonly (readonly [SchoolKey, SchoolKey])[];

type Ids = Record<string, string>;

function fill(pattern: string, ids: Ids): string {
  const parts = pattern.split("/").map((part) => {
    const name = /^:(\w+)/.exec(part)?.[1];
    return name === undefined ? part : (ids[name] ?? FIXED[name] ?? "none");
  });
  return `/${parts.join("/").replace("*", "nothing/here")}`;
}

/** Every way of filling a route's address with what the world holds, mixed between schools too. */
export function addressesOf(pattern: string, world: CrawlWorld): Address[] {
  if (pattern.includes(":round/confirmations")) return schemeAddresses(pattern, world);
  if (pattern.startsWith("schools/:urn/confirmations")) return statusAddresses(pattern, world);
  if (pattern.startsWith("schools/:urn")) return schoolAddresses(pattern, world);
  if (pattern.startsWith("organisations/:key")) return organisationAddresses(pattern, world);
  if (pattern === "claim/:urn") {
    return SCHOOLS.map((school) => {
      const path = fill(pattern, { urn: world.schools[school].urn });
      return { path, twin: path, target: { school } };
    });
  }
  if (pattern.includes(":visit")) return visitAddresses(pattern, world);
  if (pattern.includes(":person")) return personAddresses(pattern, world);
  const path = fill(pattern, { id: NEVER.id });
  return [{ path, twin: path, target: { school: "never" } }];
}

function schoolAddresses(pattern: string, { schools }: CrawlWorld): Address[] {
  const make = (target: Target, ids: Ids, never: Ids): Address => ({
    path: fill(pattern, { key: "A1", ...ids }),
    twin: fill(pattern, { key: "A1", ...ids, ...never }),
    farTwin: fill(pattern, { key: "A1", ...ids, ...never, urn: NEVER.urn }),
    target,
  });
  if (pattern.includes(":id")) {
    return PAIRS.flatMap(([here, there]) =>
      REVIEWS.map((kind) =>
        make(
          { school: here, review: { of: there, kind } },
          { urn: schools[here].urn, id: schools[there].reviews[kind] },
          { id: NEVER.id },
        ),
      ),
    );
  }
  if (/:(action|grant|user)/.test(pattern)) {
    return PAIRS.map(([here, there]) =>
      make(
        { school: here, thing: there },
        { urn: schools[here].urn, ...thingsOf(schools[there]) },
        NO_THINGS,
      ),
    );
  }
  return SCHOOLS.map((here) =>
    make({ school: here }, { urn: schools[here].urn }, { urn: NEVER.urn }),
  );
}

/** What else stands in addresses below a school. */
const thingsOf = ({ action, grant, coordinator }: CrawledSchool): Ids => ({
  action,
  grant,
  user: coordinator.userId,
});
const NO_THINGS: Ids = { action: NEVER.id, grant: NEVER.id, user: NEVER.id };

function organisationAddresses(pattern: string, world: CrawlWorld): Address[] {
  const { schools, register, round } = world;
  return ORGANISATIONS.flatMap((organisation): Address[] => {
    const key = organisation;
    if (pattern.includes(":reviewer")) {
      return (["own", "foreign"] as const).map((thing) => ({
        path: fill(pattern, { key, reviewer: register[thing] }),
        twin: fill(pattern, { key, reviewer: NEVER.id }),
        target: { school: "never" as const, organisation, thing },
      }));
    }
    if (pattern.includes(":grant")) {
      return SCHOOLS.map((thing) => ({
        path: fill(pattern, { key, grant: schools[thing].grant }),
        twin: fill(pattern, { key, grant: NEVER.id }),
        target: { school: "never" as const, organisation, thing },
      }));
    }
    if (pattern.includes(":round")) {
      const { urn } = schools.own;
      return [
        {
          path: fill(pattern, { key, urn, round }),
          twin: fill(pattern, { key, urn, round: NEVER.id }),
          target: { school: "never" as const, organisation },
        },
      ];
    }
    if (pattern.includes(":urn")) {
      return SCHOOLS.map((school) => ({
        path: fill(pattern, { key, urn: schools[school].urn }),
        twin: fill(pattern, { key, urn: NEVER.urn }),
        target: { school, organisation },
      }));
    }
    if (!pattern.includes(":id")) {
      const path = fill(pattern, { key });
      const twin = fill(pattern, { key: NEVER.organisation });
      return [{ path, twin, target: { school: "never", organisation } }];
    }
    return SCHOOLS.flatMap((of) =>
      REVIEWS.map((kind) => ({
        path: fill(pattern, { key, id: schools[of].reviews[kind] }),
        twin: fill(pattern, { key, id: NEVER.id }),
        target: { school: "never" as const, organisation, review: { of, kind } },
      })),
    );
  });
}

/** Every organisation's address with every organisation's rolling round, and every school in it. */
function schemeAddresses(pattern: string, world: CrawlWorld): Address[] {
  const { schools, schemes, confirmations } = world;
  return ORGANISATIONS.flatMap((organisation) =>
    ORGANISATIONS.flatMap((runs) =>
      SCHOOLS.map((school) => {
        const ids = { key: organisation, round: schemes[runs].roundId, urn: schools[school].urn };
        const never = pattern.includes(":urn") ? { urn: NEVER.urn } : { round: NEVER.id };
        const here = { ...ids, confirmation: confirmations[school] };
        const scheme = `${runs} ${school}`;
        return {
          path: fill(pattern, here),
          twin: fill(pattern, { ...here, ...never, confirmation: NEVER.id }),
          target: { school: "never" as const, organisation, scheme },
        };
      }),
    ),
  );
}

/** A school's status, its own and another's under its address. */
function statusAddresses(pattern: string, { schools, confirmations }: CrawlWorld): Address[] {
  return PAIRS.map(([here, there]) => {
    const ids = { urn: schools[here].urn, confirmation: confirmations[there] };
    return {
      path: fill(pattern, ids),
      twin: fill(pattern, { ...ids, confirmation: NEVER.id }),
      farTwin: fill(pattern, { urn: NEVER.urn, confirmation: NEVER.id }),
      target: { school: here, thing: there },
    };
  });
}

function personAddresses(pattern: string, { schools }: CrawlWorld): Address[] {
  return SCHOOLS.map((thing) => ({
    path: fill(pattern, { person: schools[thing].coordinator.userId }),
    twin: fill(pattern, { person: NEVER.id }),
    target: { school: "never" as const, thing },
  }));
}

function visitAddresses(pattern: string, { visits }: CrawlWorld): Address[] {
  return SCHOOLS.flatMap((school) =>
    VISIT_KINDS.flatMap((visit) => {
      const id = visits[school][visit];
      if (id === undefined) return [];
      return [
        {
          path: fill(pattern, { visit: id }),
          twin: fill(pattern, { visit: NEVER.id }),
          target: { school, visit },
        },
      ];
    }),
  );
}
