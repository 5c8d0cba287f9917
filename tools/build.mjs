// `npm run build`: what `npm run serve` serves.
import { build } from "./build-steps.mjs";
import { ensureInstalled } from "./install.mjs";
import { step } from "./say.mjs";

await ensureInstalled();
await step("Building the pages", { doing: build, remedy: "read the message above." });
