// Finds the programs outside npm that the commands use.
import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The first of these names on the PATH, as a full path.
 * @param {string[]} names
 * @returns {string | undefined} */
export function findProgram(...names) {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

/** Browsers that Playwright downloaded on this machine, newest first.
 * @returns {string[]} */
function playwrightBrowsers() {
  const cache =
    process.env["PLAYWRIGHT_BROWSERS_PATH"] ?? path.join(homedir(), ".cache/ms-playwright");
  try {
    return readdirSync(cache)
      .filter((name) => name.startsWith("chromium-"))
      .sort()
      .reverse()
      .flatMap((name) => [
        path.join(cache, name, "chrome-linux/chrome"),
        path.join(cache, name, "chrome-linux64/chrome"),
      ]);
  } catch {
    return [];
  }
}

/** A Chromium: the one in CHROMIUM, an installed one, or one that Playwright downloaded.
 * @returns {string | undefined} */
export function findChromium() {
  const chosen = process.env["CHROMIUM"];
  if (chosen !== undefined && chosen !== "") return isProgram(chosen) ? chosen : undefined;
  const installed = findProgram(
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
  );
  return installed ?? playwrightBrowsers().find(isProgram);
}
