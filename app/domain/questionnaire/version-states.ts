/** States of a questionnaire version: draft, then published, then retired (design.md section 4). */
export const VERSION_STATES = ["draft", "published", "retired"] as const;
export type VersionState = (typeof VERSION_STATES)[number];
