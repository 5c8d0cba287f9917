// Makes the sealed PDF of one signed copy for each request, in the worker threads the service uses.
import { createServer } from "node:http";
import { taskUrl, createWorkerPool } from "~/platform/worker-pool.server";
import type { MadePdf, MakePdfTask } from "~/services/documents/make-pdf.worker";

const TASK = taskUrl("app/services/documents/make-pdf.worker.ts");
const pool = createWorkerPool();
let task: MakePdfTask | undefined;

const server = createServer((_request, response) => {
  pool
    .runTask<MadePdf>(TASK, task, { timeoutMs: 20_000 })
    .then((made) => {
      response.writeHead(200, { "Content-Type": "application/pdf" }).end(made.bytes);
    })
    .catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.writeHead(500).end();
    });
});

process.on("message", (given: MakePdfTask) => {
  task = given;
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object") process.send?.({ port: address?.port });
  });
});
process.on("disconnect", () => process.exit(0));
