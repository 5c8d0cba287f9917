/** Ids of what can be linked to in a reading. */
export const sectionAnchor = (key: string): string => `section-${key}`;
export const itemAnchor = (key: string): string => `read-${key.replace(/[^A-Za-z0-9]/g, "-")}`;
