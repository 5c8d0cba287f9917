const PREFIX = "section.";

/** Name of the control of one section. */
export const sectionControl = (section: string): string => `${PREFIX}${section}`;

export type PostedAssignment = { section: string; userId: string | null };

/** Who is asked for which section, as chosen; null asks nobody. */
export function readAssignments(form: FormData): PostedAssignment[] {
  return [...form].flatMap(([name, value]) => {
    if (!name.startsWith(PREFIX) || typeof value !== "string") return [];
    return [{ section: name.slice(PREFIX.length), userId: value === "" ? null : value }];
  });
}
