import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

/** The service worker: one script, beside the browser build, in the folder that is its scope. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  publicDir: false,
  build: {
    outDir: "build/client/visits",
    emptyOutDir: false,
    copyPublicDir: false,
    rollupOptions: {
      input: "app/service-worker/service-worker.ts",
      output: { format: "iife", entryFileNames: "service-worker.js" },
    },
  },
});
