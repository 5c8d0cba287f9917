import type { JobHandlers } from "~/platform/outbox-worker.server";

/** Which service does which kind of outbox work. */
export const outboxHandlers: JobHandlers = {
  "make-document": () => Promise.reject(new Error("no service makes documents yet")),
};
