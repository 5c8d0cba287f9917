import { countWaiting, forgetPerson } from "./device-store";
import { forgetPagesOfOthers } from "./kept-pages";

/** How many notes a person has here that were not sent; 0 where nothing can be read. */
export async function unsentNotes(person: string): Promise<number> {
  try {
    return await countWaiting(person);
  } catch {
    return 0;
  }
}

/** Deletes what this device kept of a person, and every kept page. Somebody else's unsent notes stay. */
export async function forgetOnLeaving(person: string): Promise<void> {
  try {
    await forgetPerson(person);
  } finally {
    await forgetPagesOfOthers(null);
  }
}
