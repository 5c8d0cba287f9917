import type { App } from "~/platform/app.server";
import { findInstallationFact, setInstallationFact } from "~db/queries/installation";
import { confirmDemoSchools } from "./confirm-schools";
import { doWork } from "./do-work";
import { loadPeople } from "./load-people";
import { loadPlaces } from "./load-places";
import { loadReviewers } from "./load-reviewers";
import { loadRounds } from "./load-rounds";
import { loadSupport } from "./load-support";
import { makeChasing } from "./make-chasing";
import { makeReplies } from "./make-replies";
import { makeVisits } from "./make-visits";
import { makeWishes } from "./make-wishes";

const LOADED = "demonstration-loaded";
const STARTED = "demonstration-started";

export type Loading = "loaded" | "there-already";

/**
 * Loads the demonstration into an empty database. Refuses in production, where nobody invented may sign in, and
 * where a loading was cut short, since half a demonstration misleads.
 */
export async function loadDemonstration(app: App): Promise<Loading> {
  if (app.config.production || !app.config.demo) {
    throw new Error("The demonstration loads only with DEMO=1, never in production");
  }
  if ((await findInstallationFact(app.db.read, LOADED)) !== undefined) return "there-already";
  if ((await findInstallationFact(app.db.read, STARTED)) !== undefined) {
    throw new Error("An earlier loading was cut short. `npm run demo:reset` starts afresh.");
  }
  await note(app, STARTED);
  const places = await loadPlaces(app);
  await loadPeople(app, places);
  const rounds = await loadRounds(app, places);
  await loadSupport(app, places);
  await doWork(app, places, rounds);
  await confirmDemoSchools(app, rounds);
  await loadReviewers(app);
  await makeVisits(app, { places, rounds });
  await makeWishes(app, rounds);
  await makeReplies(app, { places, rounds });
  await makeChasing(app, { places, rounds });
  await note(app, LOADED);
  return "loaded";
}

async function note(app: App, key: string): Promise<void> {
  const value = app.clock.now().toISOString();
  await app.db.transact((tx) => setInstallationFact(tx, { key, value }));
}
