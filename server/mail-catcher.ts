import { once } from "node:events";
import type { Readable } from "node:stream";
import { SMTPServer } from "smtp-server";
import type { App } from "~/platform/app.server";
import { isRefusedByCatcher, keepMail } from "~/platform/catching-mailer.server";

export type MailCatcher = { url: string; stop: () => Promise<void> };

/** A mail server on this machine only that keeps every message (`npm run dev`). Needs the development packages. */
export async function startMailCatcher(app: App): Promise<MailCatcher> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(isRefusedByCatcher(address) ? refusal() : undefined),
    onData: (stream, _session, done) => {
      keep(app, stream).then(
        () => done(),
        () => done(new Error("The message could not be kept")),
      );
    },
  });
  server.on("error", (error: unknown) => app.log.warn({ err: error }, "the mail catcher failed"));
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(app: App, stream: Readable): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  await keepMail(app, Buffer.concat(chunks).toString("utf8").replaceAll("\r\n", "\n"));
}

const refusal = () => Object.assign(new Error("No such mailbox here"), { responseCode: 550 });
