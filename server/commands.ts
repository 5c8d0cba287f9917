import type { Server } from "node:http";
import type { App } from "~/platform/app.server";
import { openCommandDoor } from "~/platform/command-door.server";
import { importByCommand, ImportCommandSchema } from "~/services/register/import-by-command.server";

/** Takes commands of whoever looks after the server. Without a door they open the database themselves. */
export async function startCommands(app: App): Promise<{ stop: () => Promise<void> }> {
  const server = await open(app);
  return {
    stop: () =>
      new Promise((resolve) => (server === null ? resolve() : server.close(() => resolve()))),
  };
}

async function open(app: App): Promise<Server | null> {
  try {
    return await openCommandDoor(app.config.dataDir, {
      "import-schools": (asked) => importByCommand(app, ImportCommandSchema.parse(asked)),
    });
  } catch (error) {
    app.log.warn({ err: error }, "commands are not taken");
    return null;
  }
}
