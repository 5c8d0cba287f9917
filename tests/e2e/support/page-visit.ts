import type { Person } from "../world/plan";

/** One look at a page: as whom, where, and in which state. */
export type PageVisit = {
  shows: string;
  as: () => Person | null;
  path: () => string;
  status?: number;
};

export const nobody = () => null;

/** A page that is open to everyone. */
export const open = (shows: string, path: string): PageVisit => ({
  shows,
  as: nobody,
  path: () => path,
});
