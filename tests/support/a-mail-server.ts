import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";
import { createSmtpMailer, type Mailer } from "~/platform/mailer.server";
import { readMessage, type ReadMessage } from "~/services/mail/read-message.server";

export type TestMailServer = {
  mailer: Mailer;
  /** What was taken, with the address of the envelope. */
  taken: (ReadMessage & { envelopeTo: string[]; source: string })[];
  /** From now on answers recipients with this code; null takes them. */
  answer: (code: number | null) => void;
};

/** A real mail server on this machine for one test, and a mailer that sends to it. */
export async function aMailServer(from = "no-reply@review.test"): Promise<TestMailServer> {
  const taken: TestMailServer["taken"] = [];
  let code: number | null = null;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(
        code === null
          ? undefined
          : Object.assign(new Error(`<${address}> is not for us`), { responseCode: code }),
      ),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
      stream.on("end", () => {
        const source = Buffer.concat(chunks).toString("utf8");
        const envelopeTo = envelope.rcptTo.map(({ address }) => address);
        taken.push({ ...readMessage(source), envelopeTo, source });
        done();
      });
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from });
  onTestFinished(async () => {
    mailer.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { mailer, taken, answer: (given) => void (code = given) };
}
