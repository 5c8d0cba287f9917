// The database and the demonstration, made ready before the server starts.
import { runNode } from "./run-node.mjs";
import { step } from "./say.mjs";

/** @param {string} file @param {NodeJS.ProcessEnv} env */
function command(file, env) {
  return runNode(["--import", "tsx", `app/commands/${file}`], { env });
}

/** Brings the database up to date and loads the demonstration where it is empty.
 * @param {NodeJS.ProcessEnv} env with DEMO=1 */
export async function prepareDemo(env) {
  await step("Bringing the database up to date", {
    doing: () => command("migrate.ts", env),
    remedy: "the data is untouched and a backup stands in its folder; read the message above.",
  });
  await step("Loading the demonstration, if the database is empty", {
    doing: () => command("demo-load.ts", env),
    remedy: "`npm run demo:reset` starts the demonstration afresh.",
  });
}
