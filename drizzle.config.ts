import { defineConfig } from "drizzle-kit";
import { engineOf } from "./db/engine";

const engine = engineOf(process.env.DATABASE_URL);

/** One schema, two engines: `npm run db:generate` runs this once for each. */
export default defineConfig({
  dialect: engine === "postgres" ? "postgresql" : "sqlite",
  schema: "./db/schema/index.ts",
  out: engine === "postgres" ? "./migrations/postgres" : "./migrations/sqlite",
});
