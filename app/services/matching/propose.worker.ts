import { proposeVisits, type Proposal, type ToPropose } from "~/domain/matching/propose-visits";

/** Works a proposal out away from the threads that answer people: hundreds of schools take some tenths of a second. */
export function run(task: ToPropose): Proposal {
  return proposeVisits(task);
}
