import type { CopyWay } from "~/domain/personal-data/subject-access";
import type { Actor } from "~/domain/policy/actor";

/** Whose copy is made, and for whom. */
export type Exporting = {
  userId: string;
  email: string;
  way: CopyWay;
  /** The person with the roles that count today, to ask what they may still read. */
  person: Actor;
  /** Whose manager hands it over; null for one's own. */
  organisationId: string | null;
};
