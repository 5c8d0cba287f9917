import type { JobHandlers } from "~/platform/outbox-worker.server";
import { makeDocument } from "~/services/documents/make-document.server";

/** Which service does which kind of outbox work. */
export const outboxHandlers: JobHandlers = {
  "make-document": makeDocument,
  "send-mail": () => Promise.reject(new Error("No mail leaves yet")),
  "make-digest": () => Promise.reject(new Error("No digest is made yet")),
};
