import type { SchoolHeading } from "../shell/page-handle";

/** The heading of the school's navigation, for the loader of a page. The role comes from the frame. */
export const schoolHeading = (of: { urn: string; schoolName: string }): SchoolHeading => ({
  urn: of.urn,
  name: of.schoolName,
  role: null,
});
