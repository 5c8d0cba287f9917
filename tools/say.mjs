// Progress lines of the commands. Plain text, so that logs and screen readers read them well.

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Says what failed and what to do, and ends the command.
 * @param {string} text
 * @returns {never} */
export function stopWith(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

/**
 * Runs one step with a line before and after it; a failure shows the step's output and ends the command.
 * @param {string} title
 * @param {{ doing: () => Promise<{ code: number, output: string, seconds: number }>, remedy: string }} step
 */
export async function step(title, { doing, remedy }) {
  say(`... ${title}`);
  const { code, output, seconds } = await doing();
  if (code !== 0) {
    stopWith(`${output.trim()}\n\nThis step did not work: ${title}\nWhat to do: ${remedy}`);
  }
  say(`ok  ${title} (${seconds.toFixed(1)} s)`);
}
