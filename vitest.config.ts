import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

const plugins = [tsconfigPaths()];

/** Files of a worker share what they import, which else takes longer than the tests; none may leave state in a module. */
const isolate = false;

/** The same integration files run twice: once on SQLite, once on PGlite. */
const integration = ["tests/integration/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        plugins,
        test: {
          name: "architecture",
          isolate,
          include: ["tests/architecture/**/*.test.ts"],
          // They read every source file there is.
          testTimeout: 30000,
        },
      },
      {
        plugins,
        test: {
          name: "unit",
          isolate,
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/quiet-console.ts"],
          testTimeout: 20000,
        },
      },
      {
        plugins,
        test: {
          name: "sqlite",
          isolate,
          include: integration,
          setupFiles: ["tests/support/quiet-console.ts"],
          env: { DATABASE_URL: "" },
          testTimeout: 20000,
        },
      },
      {
        plugins,
        test: {
          name: "pglite",
          isolate,
          include: integration,
          setupFiles: ["tests/support/quiet-console.ts"],
          env: { DATABASE_URL: "pglite://memory" },
          testTimeout: 60000,
          hookTimeout: 60000,
          maxWorkers: 2,
          // Run apart from the others: projects run together only with the same number of workers.
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins,
        test: {
          name: "routes",
          isolate,
          include: ["tests/routes/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/quiet-console.ts"],
          testTimeout: 20000,
        },
      },
      {
        plugins,
        test: {
          name: "pdf",
          isolate,
          include: ["tests/pdf/**/*.test.ts"],
          setupFiles: ["tests/support/quiet-console.ts"],
          testTimeout: 60000,
        },
      },
      {
        plugins,
        test: {
          name: "system",
          include: ["tests/system/**/*.test.ts"],
          testTimeout: 180000,
          hookTimeout: 180000,
          sequence: { groupOrder: 2 },
          fileParallelism: false,
        },
      },
    ],
  },
});
