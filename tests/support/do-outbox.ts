import { createOutboxWorker } from "~/platform/outbox-worker.server";
import { outboxHandlers } from "../../server/outbox-handlers";
import type { TestApp } from "./test-app";

/**
 * Does what is due in the outbox now, with the real worker and handlers, and returns when nothing more is. What
 * fails or is put off stays for later. Set `app.mailer` first where mail is to leave.
 */
export async function doOutbox(app: TestApp): Promise<void> {
  let rounds = 0;
  let secondRound: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (secondRound = resolve));
  const worker = createOutboxWorker({
    app,
    handlers: outboxHandlers,
    runTask: () => Promise.reject(new Error("no threads in this test")),
    sealAudit: () => Promise.resolve(),
    doDailyJobs: () => {
      rounds += 1;
      if (rounds === 2) secondRound();
      return Promise.resolve();
    },
    restMs: 1,
  });
  worker.start();
  await done;
  await worker.stop({ graceMs: 2000 });
}
