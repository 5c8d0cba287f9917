import { afterEach, beforeEach } from "vitest";

let said: string[] = [];
const original = console.error;

// An error nobody expected is a failure, not noise in the output. A test that expects one replaces
// console.error itself and looks at what came.
beforeEach(() => {
  said = [];
  console.error = (...parts: unknown[]) => {
    said.push(parts.map(String).join(" "));
  };
});

afterEach(() => {
  console.error = original;
  if (said.length > 0) throw new Error(`Unexpected console.error: ${said.join("\n")}`);
});
