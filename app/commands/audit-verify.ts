import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { CommandError, runCommand } from "~/platform/run-command.server";
import type { AuditFault } from "~/services/audit/audit-fault.server";
import { ANCHOR_FILE } from "~/services/audit/audit-anchor.server";
import { verifyAudit } from "~/services/audit/verify-audit.server";
import { engineOf, sqliteFileOf } from "~db/engine";

const HELP = `Works the chain of the record of who did what out again, while the service runs or not.

  npm run audit:verify

It ends with 0 where every entry is as it was written, and with 1 where one was changed, removed,
inserted or moved: it names the first. It changes nothing.`;

const say = (line: string) => process.stdout.write(`${line}\n`);

await runCommand(async () => {
  const { values } = parseArgs({ options: { help: { type: "boolean", default: false } } });
  if (values.help) {
    say(HELP);
    return;
  }
  const config = loadConfig({ env: process.env, production: false });
  const location = { url: config.databaseUrl, dataDir: config.dataDir };
  if (engineOf(location.url) === "sqlite" && !existsSync(sqliteFileOf(location))) {
    throw new CommandError(`There is no database at ${sqliteFileOf(location)}.`);
  }
  const app = await makeApp({ config });
  try {
    const { held, waiting, anchored, fault } = await verifyAudit(app);
    if (fault !== null) throw new CommandError(wordsFor(fault));
    say(`The record holds: ${held} entries in the chain, ${waiting} waiting to be linked.`);
    if (!anchored)
      say(`${ANCHOR_FILE} is not in DATA_DIR: entries cut off the end would not show.`);
  } finally {
    await app.db.close();
  }
});

function wordsFor(fault: AuditFault): string {
  const at = `The record does not hold at position ${fault.position}:`;
  switch (fault.kind) {
    case "changed":
      return `${at} entry ${fault.id} was changed after it was sealed.`;
    case "inserted":
      return `${at} entry ${fault.id} was inserted; it was never sealed there.`;
    case "rewritten":
      return `${at} the chain up to entry ${fault.id} was made anew after it was sealed.`;
    case "moved":
      return `${at} entry ${fault.id} was moved from position ${fault.from} to ${fault.to}.`;
    case "missing":
      return `${at} an entry is missing ${between(fault)}.`;
    case "cut-off":
      return `${at} the entries from here to ${fault.lastPosition} are missing from the end, ${after(fault.afterId)}.`;
  }
}

const after = (id: string | null) => (id === null ? "all that there were" : `after entry ${id}`);

const between = ({ afterId, beforeId }: { afterId: string | null; beforeId: string }) =>
  afterId === null ? `before entry ${beforeId}` : `between entries ${afterId} and ${beforeId}`;
