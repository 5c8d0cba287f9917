// `npm run dev`: the sources through Vite, reloaded when they change, with the demonstration.
import { prepareDemo } from "./demo.mjs";
import { ensureInstalled } from "./install.mjs";
import { runNode } from "./run-node.mjs";
import { say } from "./say.mjs";

const env = { ...process.env, NODE_ENV: "development", DEMO: "1" };
await ensureInstalled();
await prepareDemo(env);
const address = `http://${env["HOST"] || "127.0.0.1"}:${env["PORT"] || 3000}`;
say(`\n${address} (sign in as senco@demo.test)`);
// The server starts a mail catcher of its own where no mail server is set (server/mail-catcher.ts).
if (!env["SMTP_URL"]) say(`${address}/dev/mails (every mail is caught and read there)`);
say("");
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
const watch = ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false"];
const { code } = await runNode([...watch, "server/main.ts", "--development"], { env, show: true });
process.exit(code);
