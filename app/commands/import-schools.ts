import { existsSync } from "node:fs";
import path from "node:path";
import { stdout } from "node:process";
import { parseArgs } from "node:util";
import { askService, type CommandAnswer } from "~/platform/command-door.server";
import { loadConfig, type Config } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { CommandError, runCommand } from "~/platform/run-command.server";
import { createWorkerPool } from "~/platform/worker-pool.server";
import { importByCommand, type ImportCommand } from "~/services/register/import-by-command.server";

const HELP = `Brings the register of schools up to date from a download of Get Information about Schools.

  npm run import-schools -- --organisation kent schools.csv --links links.csv
  npm run import-schools -- --organisation kent schools.csv --links links.csv --apply

  --organisation   short name in addresses
  --links          a file of predecessors and successors
  --authorities    codes of authorities it covers from now on, like 886,887, beside those it covers already
  --apply          does what is printed; without it nothing is changed, and the file waits on the managers' page

The running service does it, from the files where they are: it must be allowed to read them. Where none runs, the
command says so and opens the database itself.`;

const options = {
  organisation: { type: "string", default: "" },
  links: { type: "string" },
  authorities: { type: "string", default: "" },
  apply: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) {
    stdout.write(`${HELP}\n`);
    return;
  }
  const asked: ImportCommand = {
    organisation: values.organisation,
    authorities: values.authorities.split(/[\s,]+/).filter((code) => code !== ""),
    schools: fileAt(positionals[0]),
    links: fileAt(values.links),
    apply: values.apply,
  };
  const config = loadConfig({ env: process.env, production: false });
  const answer = await askService(config.dataDir, "import-schools", asked);
  const said = answer ?? (await withoutService(config, asked));
  if (!said.ok) throw new CommandError(said.problem.join("\n"));
  stdout.write(`${said.value.join("\n")}\n`);
});

/** The service has another folder to start from, so it is told the whole path. */
function fileAt(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (!existsSync(given)) throw new CommandError(`There is no file ${given}`);
  return path.resolve(given);
}

async function withoutService(config: Config, asked: ImportCommand): Promise<CommandAnswer> {
  stdout.write("The service is not running: the command opens the database itself.\n");
  const app = await makeApp({ config });
  const pool = createWorkerPool(1);
  app.runTask = pool.runTask;
  try {
    return await importByCommand(app, asked);
  } finally {
    await pool.close();
    await app.db.close();
  }
}
