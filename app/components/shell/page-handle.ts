/** Parts of the school navigation that exist. */
export type NavKey = "self-reviews" | "visits" | "action-plan" | "team";
/** Parts of an organisation's navigation that exist. */
export type OrganisationNavKey =
  | "today"
  | "returns"
  | "to-read"
  | "support"
  | "schools"
  | "visits"
  | "rounds"
  | "reviewers"
  | "questionnaires"
  | "people"
  | "work"
  | "audit"
  | "settings";
/** Parts of a visit's navigation. */
export const VISIT_NAV = [
  "today",
  "plan",
  "self-review",
  "notes",
  "file",
  "combine",
  "record",
] as const;
export type VisitNavKey = (typeof VISIT_NAV)[number];

/**
 * What a route says about its page's frame: `export const handle = { nav: "self-reviews" } satisfies PageHandle`.
 * The deepest route that says something wins.
 */
export type PageHandle = {
  nav?: NavKey;
  organisationNav?: OrganisationNavKey;
  visitNav?: VisitNavKey;
  wide?: boolean;
};

/**
 * The place a page belongs to. Any loader above or at the page may return it as `school`; the frame then heads
 * the navigation with it. `role` is the reader's role there, as shown: "SENCO".
 */
export type SchoolHeading = { urn: string; name: string; role: string | null };

/** The same for an organisation's pages, as `organisation`. `managesWork`: the reader may look at parked work. */
export type OrganisationHeading = {
  key: string;
  name: string;
  managesWork: boolean;
  logo?: LogoOfPlace | null;
};

/** The same for a visit's pages, as `visit`. `pages`: those of its navigation that the reader has. */
export type VisitHeading = {
  id: string;
  schoolName: string;
  /** What the reader is in it: "lead reviewer". */
  role: string | null;
  pages: readonly VisitNavKey[];
};

/** A logo beside the name of the place. Sides in pixels. */
export type LogoOfPlace = { src: string; width: number; height: number; alt: string };

/** A signed-in person as the frame shows them. */
export type ActorSummary = {
  name: string;
  role: string | null;
  /** Where they have roles, when in more than one place. */
  places?: readonly PlaceOfActor[];
};

/** A place to change to, with the roles held there: "SENCO". */
export type PlaceOfActor = { path: string; name: string; roles: string };

type Match = { handle: unknown; data: unknown };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function asSchoolHeading(value: unknown): SchoolHeading | null {
  if (!isRecord(value)) return null;
  const { urn, name, role } = value;
  if (typeof urn !== "string" || typeof name !== "string") return null;
  return { urn, name, role: typeof role === "string" ? role : null };
}

function asLogo(value: unknown): LogoOfPlace | null {
  if (!isRecord(value)) return null;
  const { src, width, height, alt } = value;
  const isWhole = typeof src === "string" && typeof alt === "string";
  if (!isWhole || typeof width !== "number" || typeof height !== "number") return null;
  return { src, width, height, alt };
}

const isVisitNav = (value: unknown): value is VisitNavKey => VISIT_NAV.some((key) => key === value);

function asVisitHeading(value: unknown): VisitHeading | undefined {
  if (!isRecord(value)) return undefined;
  const { id, schoolName, role, pages } = value;
  if (typeof id !== "string" || typeof schoolName !== "string") return undefined;
  if (!Array.isArray(pages)) return undefined;
  return {
    id,
    schoolName,
    role: typeof role === "string" ? role : null,
    pages: pages.filter(isVisitNav),
  };
}

function asOrganisationHeading(value: unknown): OrganisationHeading | undefined {
  if (!isRecord(value)) return undefined;
  const { key, name, managesWork, logo } = value;
  if (typeof key !== "string" || typeof name !== "string") return undefined;
  const heading = { key, name, managesWork: managesWork === true };
  const shown = asLogo(logo);
  return shown === null ? heading : { ...heading, logo: shown };
}

/** What frames a page: the place it belongs to and its part of the navigation. */
export type Frame = PageHandle & {
  school: SchoolHeading | null;
  organisation?: OrganisationHeading;
  visit?: VisitHeading;
};

const SCHOOL_NAV: readonly NavKey[] = ["self-reviews", "visits", "action-plan", "team"];

const isSchoolNav = (value: unknown): value is NavKey => SCHOOL_NAV.some((key) => key === value);

const ORGANISATION_NAV: readonly OrganisationNavKey[] = [
  "today",
  "returns",
  "support",
  "to-read",
  "schools",
  "visits",
  "rounds",
  "reviewers",
  "questionnaires",
  "people",
  "work",
  "audit",
  "settings",
];

const isOrganisationNav = (value: unknown): value is OrganisationNavKey =>
  ORGANISATION_NAV.some((key) => key === value);

/** Reads the frame of the page from the matched routes, outermost first. */
export function frameOf(matches: readonly Match[]): Frame {
  const frame: Frame = { school: null };
  for (const { handle, data } of matches) {
    if (isRecord(handle)) {
      if (isSchoolNav(handle.nav)) frame.nav = handle.nav;
      if (isOrganisationNav(handle.organisationNav)) frame.organisationNav = handle.organisationNav;
      if (isVisitNav(handle.visitNav)) frame.visitNav = handle.visitNav;
      if (typeof handle.wide === "boolean") frame.wide = handle.wide;
    }
    if (!isRecord(data)) continue;
    frame.school = asSchoolHeading(data.school) ?? frame.school;
    const organisation = asOrganisationHeading(data.organisation);
    if (organisation !== undefined) frame.organisation = organisation;
    const visit = asVisitHeading(data.visit);
    if (visit !== undefined) frame.visit = visit;
  }
  return frame;
}
