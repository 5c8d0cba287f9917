// `npm start`: everything needed to try the service, from a fresh clone to a running demonstration.
import { buildIfStale } from "./build-steps.mjs";
import { prepareDemo } from "./demo.mjs";
import { ensureInstalled } from "./install.mjs";
import { freePort } from "./port.mjs";
import { ROOT } from "./run-node.mjs";
import { say, stopWith } from "./say.mjs";

process.chdir(ROOT);
const host = process.env["HOST"] || "127.0.0.1";
const port = Number(process.env["PORT"] || 3000);
if ((await freePort(host, port)) === undefined) {
  stopWith(
    `Port ${port} is in use: another program answers at http://${host}:${port}.\nStop it, or choose another port: PORT=${port + 1} npm start`,
  );
}
await ensureInstalled();
await buildIfStale();

// A stopped clock is for tests; the demonstration's dates follow the day.
Object.assign(process.env, {
  NODE_ENV: "production",
  DEMO: "1",
  LOG_LEVEL: process.env["LOG_LEVEL"] || "warn",
});
await prepareDemo(process.env);

await import("tsx");
await import("../server/main.ts");
say(`
Inclusion Review, with demonstration data: http://${host}:${port}

Sign in with any of these, password ${process.env["DEMO_PASSWORD"] || "inclusion-demo"}
  head@demo.test       headteacher             senco@demo.test      coordinator
  colleague@demo.test  colleague               governor@demo.test   governor
  head2@demo.test      headteacher, 2nd school reviewer@demo.test   reviewer, asked to visit it
  reviewer1@demo.test  lead of today's visit   reviewer2@demo.test  second of today's visit
  officer@demo.test    officer, Kent           manager@demo.test    manager, Kent
  health@demo.test     asthma coordinator, NHS officer2@demo.test   officer, covered now
${process.env["SMTP_URL"] ? "" : `\nNo mail leaves: read each at http://${host}:${port}/dev/mails\n`}
Ctrl+C stops it.`);
