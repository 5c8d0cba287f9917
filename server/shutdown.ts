import type { Server } from "node:http";
import type { Log } from "~/platform/log.server";

type Drain = {
  server: Server;
  log: Log;
  /** How long requests under way may take, in milliseconds. */
  graceMs: number;
  /** Run one after another once nobody is being answered: worker, threads, database. */
  closers: readonly (() => void | Promise<void>)[];
};

/**
 * Stops taking visitors, lets requests under way finish, then closes everything behind them.
 * Sockets still open after the grace are cut.
 */
export async function drain({ server, log, graceMs, closers }: Drain): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearTimeout(cut);
  clearInterval(sweep);
  for (const close of closers) {
    try {
      await close();
    } catch (error) {
      log.error({ err: error }, "closing failed");
    }
  }
}

/** npm passes a signal on that the terminal has sent already, so the second of a pair counts as the same. */
const SAME_SIGNAL_MS = 1500;

/** Runs `stop` at the first SIGTERM or SIGINT; asked again later, the process ends at once. */
export function onStopSignal(stop: (signal: string) => Promise<void>): void {
  let asked: number | undefined;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (asked !== undefined) {
        if (performance.now() - asked > SAME_SIGNAL_MS) process.exit(1);
        return;
      }
      asked = performance.now();
      void stop(signal).then(() => process.exit(0));
    });
  }
}
