import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { runCommand } from "~/platform/run-command.server";
import { loadDemonstration } from "./demo/load-demonstration";

/** Loads the demonstration where the database is empty; says nothing where it is there already. */
await runCommand(async () => {
  const app = await makeApp({ config: loadConfig({ env: process.env, production: false }) });
  try {
    const loading = await loadDemonstration(app);
    if (loading === "loaded") process.stdout.write("675 Kent schools, 88 Medway schools\n");
  } finally {
    await app.db.close();
  }
});
