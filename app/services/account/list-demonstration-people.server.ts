import type { App } from "~/platform/app.server";
import { listDemonstrationPeople as listPeople } from "~db/queries/places";

/** The accounts anyone may try, and their password. */
export type DemonstrationView = { password: string; people: { email: string; name: string }[] };

/** What the front page tells visitors of the demonstration; null everywhere else. */
export async function listDemonstrationPeople(app: App): Promise<DemonstrationView | null> {
  if (!app.config.demo || app.config.production) return null;
  const people = await listPeople(app.db.read);
  return {
    password: app.config.demoPassword,
    people: people.map(({ email, name }) => ({ email, name })),
  };
}
